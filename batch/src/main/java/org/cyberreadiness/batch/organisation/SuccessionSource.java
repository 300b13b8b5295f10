package org.cyberreadiness.batch.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.Source;
import org.cyberreadiness.batch.validation.TypedRow;

/** ODS successors: which code took over from which. */
public final class SuccessionSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
            "succession",
            "ODS successors",
            366,
            "Which organisation took over from which, and when.",
            List.of(
                Column.odsCode("predecessor", "Earlier code").required(),
                Column.odsCode("successor", "Later code").required(),
                Column.word(
                    "reason",
                    "F code change, O type change, R reconfiguration",
                    Map.of("F", "code_change", "O", "type_change", "R", "reconfiguration")),
                Column.date("effective_on", "Day of the change", "uuuuMMdd", "uuuu-MM-dd")
                    .required()),
            List.of(
                Layout.positions(
                    "ODS successors, 5 columns",
                    5,
                    "1",
                    "predecessor",
                    "2",
                    "successor",
                    "3",
                    "reason",
                    "4",
                    "effective_on"),
                Layout.csv(
                    "successors with header",
                    "old_code",
                    "predecessor",
                    "new_code",
                    "successor",
                    "date",
                    "effective_on")),
            Source.AsAt.ofFile())
        .withRules(SuccessionSource::succeedsAnother);
  }

  private static Optional<Finding> succeedsAnother(TypedRow row) {
    String predecessor = String.valueOf(row.text("predecessor"));
    return predecessor.equals(row.text("successor"))
        ? Optional.of(
            new Finding(
                "successor",
                RejectReason.CONTRADICTION,
                predecessor + " cannot succeed itself. Old and new code must differ."))
        : Optional.empty();
  }
}

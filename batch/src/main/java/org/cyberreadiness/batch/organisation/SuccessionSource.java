package org.cyberreadiness.batch.organisation;

import java.util.List;
import java.util.Map;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.Source;
import org.cyberreadiness.batch.validation.TypedRow;
import org.jspecify.annotations.Nullable;

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
                Columns.odsCode("predecessor", "Earlier code").required(),
                Columns.odsCode("successor", "Later code").required(),
                Columns.word(
                        "reason",
                        "F code change, O type change, R reconfiguration",
                        Map.of("F", "code_change", "O", "type_change", "R", "reconfiguration"))
                    .incidental(),
                Columns.date("effective_on", "Day of the change", "uuuuMMdd", "uuuu-MM-dd")
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

  private static @Nullable Finding succeedsAnother(TypedRow row) {
    String predecessor = String.valueOf(row.text("predecessor"));
    return predecessor.equals(row.text("successor"))
        ? new Finding(
            "successor",
            RejectReason.CONTRADICTION,
            predecessor + " cannot succeed itself. Old and new code must differ.")
        : null;
  }
}

package org.cyberreadiness.batch.companion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.Source;
import org.cyberreadiness.batch.validation.TypedRow;

/** Places in the programme of the Digital Academy. */
public final class AcademySource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
            "academy",
            "Digital Academy places",
            366,
            "Which organisation sent somebody to which cohort of the Digital Academy.",
            List.of(
                Column.odsCode("ods_code", "Organisation").required(),
                Column.text("cohort", "Cohort").required(),
                Column.isoDate("started_on", "First day").required(),
                Column.isoDate("completed_on", "Day of completion; empty: not completed")),
            List.of(Layout.csvOf("our own", "ods_code", "cohort", "started_on", "completed_on")),
            Source.AsAt.ofFile())
        .withRules(AcademySource::endsAfterItBegins);
  }

  private static Optional<Finding> endsAfterItBegins(TypedRow row) {
    return row.value("started_on") instanceof LocalDate from
            && row.value("completed_on") instanceof LocalDate to
            && to.isBefore(from)
        ? Optional.of(
            new Finding(
                "completed_on",
                RejectReason.CONTRADICTION,
                "Completed on " + to + ", before it started on " + from + "."))
        : Optional.empty();
  }
}

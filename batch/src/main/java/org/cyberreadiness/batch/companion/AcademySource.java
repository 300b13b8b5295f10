package org.cyberreadiness.batch.companion;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Rules;
import org.cyberreadiness.batch.validation.Source;

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
                Columns.odsCode("ods_code", "Organisation").required(),
                Columns.text("cohort", "Cohort").required(),
                Columns.isoDate("started_on", "First day").required(),
                Columns.isoDate("completed_on", "Day of completion; empty: not completed")),
            List.of(Layout.csvOf("our own", "ods_code", "cohort", "started_on", "completed_on")),
            Source.AsAt.ofFile())
        .withRules(
            Rules.notBefore(
                "started_on",
                "completed_on",
                (from, to) -> "Completed on " + to + ", before it started on " + from + "."));
  }
}

package org.cyberreadiness.batch.toolkit;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;

/**
 * CAF-aligned DSPT: contributing outcomes achieved, from 2024/25 for trusts, boards, support units
 * and national bodies.
 */
public final class CafSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
        "caf",
        "CAF-aligned toolkit returns",
        366,
        "How far an organisation achieved each contributing outcome of the Cyber Assessment"
            + " Framework.",
        List.of(
            Columns.odsCode("ods_code", "Organisation").required(),
            Words.edition("Edition of the toolkit").required(),
            Columns.instant("submitted_at", "When it was submitted").required(),
            Columns.word(
                    "submission", "Interim (baseline) or final submission", "baseline", "final")
                .required(),
            Columns.pattern(
                    "outcome_id",
                    "Contributing outcome, such as A1.a",
                    "[A-E][0-9]{1,2}\\.[a-z]",
                    "an outcome of objectives A to E such as A1.a")
                .required(),
            Columns.word(
                    "achievement",
                    "How far it is achieved",
                    "not achieved",
                    "partially achieved",
                    "achieved")
                .required()),
        List.of(
            Layout.csvOf(
                "our own",
                "ods_code",
                "edition",
                "submitted_at",
                "submission",
                "outcome_id",
                "achievement")),
        Source.AsAt.ofRow("submitted_at"));
  }
}

package org.cyberreadiness.batch.toolkit;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;

/** DSPT assertions: what an organisation confirmed in a submission, assertion by assertion. */
public final class AssertionSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
        "dspt-assertions",
        "DSPT assertions",
        366,
        "Which assertions of the toolkit an organisation confirmed, submission by submission.",
        List.of(
            Columns.odsCode("ods_code", "Organisation").required(),
            Words.edition("Edition of the toolkit").required(),
            Columns.instant("submitted_at", "When it was submitted").required(),
            Columns.word(
                    "submission", "Interim (baseline) or final submission", "baseline", "final")
                .required(),
            Columns.pattern(
                    "assertion",
                    "Assertion, such as 3.2",
                    "[0-9]{1,2}(\\.[0-9]{1,2}){1,2}",
                    "a number such as 3.2")
                .required(),
            Columns.yesNo("mandatory", "Whether it is mandatory for this kind of organisation")
                .required(),
            Columns.word(
                    "outcome",
                    "What the organisation said",
                    "confirmed",
                    "not_confirmed",
                    "not_applicable")
                .required()),
        List.of(
            Layout.csvOf(
                "our own",
                "ods_code",
                "edition",
                "submitted_at",
                "submission",
                "assertion",
                "mandatory",
                "outcome")),
        Source.AsAt.ofRow("submitted_at"));
  }
}

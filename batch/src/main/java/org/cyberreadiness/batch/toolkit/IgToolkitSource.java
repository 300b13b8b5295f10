package org.cyberreadiness.batch.toolkit;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;

/** IG Toolkit returns, to 2017/18: the level reached on each requirement. */
public final class IgToolkitSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
        "ig-toolkit",
        "IG Toolkit returns",
        null,
        "Which level, 0 to 3, an organisation reached on each requirement, to 2017/18.",
        List.of(
            Columns.odsCode("ods_code", "Organisation").required(),
            Columns.pattern(
                    "version",
                    "Version of the IG Toolkit, such as 14.1",
                    "[0-9]{1,2}(\\.[0-9]{1,2})?",
                    "a version such as 14.1")
                .required(),
            Columns.word(
                    "submission",
                    "Baseline (July), update (October) or final (31 March)",
                    "baseline",
                    "update",
                    "final")
                .required(),
            Columns.instant("submitted_at", "When it was submitted").required(),
            Columns.text("requirement", "Requirement, such as 101").required(),
            Columns.whole("level", "Level reached", 0, 3).required()),
        List.of(
            Layout.csvOf(
                "our own",
                "ods_code",
                "version",
                "submission",
                "submitted_at",
                "requirement",
                "level")),
        Source.AsAt.ofRow("submitted_at"));
  }
}

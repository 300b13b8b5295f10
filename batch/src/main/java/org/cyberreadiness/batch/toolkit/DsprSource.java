package org.cyberreadiness.batch.toolkit;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.Source;
import org.cyberreadiness.batch.validation.TypedRow;
import org.jspecify.annotations.Nullable;

/**
 * DSPR assurance returns 2017/18: the ten data security requirements. The named executive is kept
 * as role and day, never by name.
 */
public final class DsprSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
            "dspr",
            "Data security requirements 2017/18",
            null,
            "How far an organisation implemented each of the ten data security requirements, and"
                + " whom it assured of that.",
            List.of(
                Columns.odsCode("ods_code", "Organisation").required(),
                Columns.pattern(
                        "year",
                        "Year, such as 2017/18",
                        "20[0-9]{2}/[0-9]{2}",
                        "a year such as 2017/18")
                    .required(),
                Columns.word(
                        "assured_to", "Body it was assured to", "NHS Improvement", "NHS England")
                    .required(),
                Columns.instant("submitted_at", "When it was submitted").required(),
                Columns.whole("requirement", "Requirement, 1 to 10", 1, 10).required(),
                Columns.word(
                        "implementation",
                        "How far it is implemented",
                        "fully implemented",
                        "partially implemented",
                        "not implemented")
                    .required(),
                Columns.text(
                    "executive_role", "Role of the named executive (requirement 1), never a name"),
                Columns.isoDate("appointed_on", "Day the executive was named (requirement 1)")),
            List.of(
                Layout.csvOf(
                    "our own",
                    "ods_code",
                    "year",
                    "assured_to",
                    "submitted_at",
                    "requirement",
                    "implementation",
                    "executive_role",
                    "appointed_on")),
            Source.AsAt.ofRow("submitted_at"))
        .withRules(DsprSource::executiveBelongsToRequirementOne);
  }

  private static @Nullable Finding executiveBelongsToRequirementOne(TypedRow row) {
    return row.text("executive_role") != null
            && row.value("requirement") instanceof Long requirement
            && requirement != 1
        ? new Finding(
            "executive_role",
            RejectReason.CONTRADICTION,
            "An executive's role belongs to requirement 1, not to " + requirement + ".")
        : null;
  }
}

package org.cyberreadiness.batch.inspection;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.Rules;
import org.cyberreadiness.batch.validation.Source;
import org.cyberreadiness.batch.validation.TypedRow;
import org.jspecify.annotations.Nullable;

/** Cyber inspections: one row an inspection and practice tested. */
public final class CyberInspectionSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
            "cyber-inspections",
            "Cyber inspections",
            120,
            "What inspectors found on site, practice by practice.",
            List.of(
                Columns.text("inspection_id", "Id of the inspection").required(),
                Columns.odsCode("ods_code", "Organisation inspected").required(),
                Columns.isoDate("inspected_on", "Day of the visit").required(),
                Columns.word(
                        "kind",
                        "How it was announced",
                        "announced",
                        "unannounced",
                        "on-site assessment")
                    .required(),
                Columns.word("selection", "How it was chosen", "targeted", "random", "referral")
                    .required(),
                Columns.text("practice", "What was tested").required(),
                Columns.word("finding", "What was found", "met", "not_met", "not_tested")
                    .required(),
                Columns.word("severity", "How serious", "low", "medium", "high", "critical"),
                Columns.isoDate("published_on", "Day the findings were published")),
            List.of(
                Layout.csvOf(
                    "our own",
                    "inspection_id",
                    "ods_code",
                    "inspected_on",
                    "kind",
                    "selection",
                    "practice",
                    "finding",
                    "severity",
                    "published_on")),
            Source.AsAt.ofRow("published_on", "inspected_on"))
        .withRules(
            Rules.notBefore(
                "inspected_on",
                "published_on",
                (from, to) -> "Published on " + to + ", before the visit on " + from + "."),
            CyberInspectionSource::saysHowSerious);
  }

  /** Without a severity nobody can say whether the failing is serious. */
  private static @Nullable Finding saysHowSerious(TypedRow row) {
    return "not_met".equals(row.text("finding")) && row.text("severity") == null
        ? new Finding(
            "severity",
            RejectReason.MISSING_VALUE,
            "The practice is not met, but no severity is given. Expected low, medium, high or"
                + " critical.")
        : null;
  }
}

package org.cyberreadiness.batch.inspection;

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
                Column.text("inspection_id", "Id of the inspection").required(),
                Column.odsCode("ods_code", "Organisation inspected").required(),
                Column.isoDate("inspected_on", "Day of the visit").required(),
                Column.word(
                        "kind",
                        "How it was announced",
                        "announced",
                        "unannounced",
                        "on-site assessment")
                    .required(),
                Column.word("selection", "How it was chosen", "targeted", "random", "referral")
                    .required(),
                Column.text("practice", "What was tested").required(),
                Column.word("finding", "What was found", "met", "not_met", "not_tested").required(),
                Column.word("severity", "How serious", "low", "medium", "high", "critical"),
                Column.isoDate("published_on", "Day the findings were published")),
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
            CyberInspectionSource::publishedAfterTheVisit, CyberInspectionSource::saysHowSerious);
  }

  /** Without a severity nobody can say whether the failing is serious. */
  private static Optional<Finding> saysHowSerious(TypedRow row) {
    return "not_met".equals(row.text("finding")) && row.text("severity") == null
        ? Optional.of(
            new Finding(
                "severity",
                RejectReason.MISSING_VALUE,
                "The practice is not met, but no severity is given. Expected low, medium, high or"
                    + " critical."))
        : Optional.empty();
  }

  private static Optional<Finding> publishedAfterTheVisit(TypedRow row) {
    return row.value("published_on") instanceof LocalDate published
            && row.value("inspected_on") instanceof LocalDate inspected
            && published.isBefore(inspected)
        ? Optional.of(
            new Finding(
                "published_on",
                RejectReason.CONTRADICTION,
                "Published on " + published + ", before the visit on " + inspected + "."))
        : Optional.empty();
  }
}

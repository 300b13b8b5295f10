package org.cyberreadiness.batch.companion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.Source;
import org.cyberreadiness.batch.validation.TypedRow;

/** Incidents: when discovered and when reported. */
public final class IncidentSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
            "incidents",
            "Incidents",
            120,
            "When an incident was discovered and reported, and who must be told of it.",
            List.of(
                Column.text("incident_id", "Id of the incident").required(),
                Column.odsCode("ods_code", "Organisation").required(),
                Column.instant("discovered_at", "When it was discovered").required(),
                Column.instant("reported_at", "When it was reported; empty: not yet"),
                Column.yesNo("ico_reportable", "Whether the Information Commissioner must be told")
                    .required(),
                Column.yesNo(
                        "nis_reportable",
                        "Whether it must be told under the Network and Information Systems"
                            + " Regulations")
                    .required(),
                Column.word(
                        "category",
                        "What was harmed",
                        "confidentiality",
                        "integrity",
                        "availability")
                    .required()),
            List.of(
                Layout.csvOf(
                    "our own",
                    "incident_id",
                    "ods_code",
                    "discovered_at",
                    "reported_at",
                    "ico_reportable",
                    "nis_reportable",
                    "category")),
            Source.AsAt.ofFileOfEvents("discovered_at"))
        .withRules(IncidentSource::reportedAfterDiscovery);
  }

  private static Optional<Finding> reportedAfterDiscovery(TypedRow row) {
    return row.value("discovered_at") instanceof Instant discovered
            && row.value("reported_at") instanceof Instant reported
            && reported.isBefore(discovered)
        ? Optional.of(
            new Finding(
                "reported_at",
                RejectReason.CONTRADICTION,
                "Reported at " + reported + ", before it was discovered at " + discovered + "."))
        : Optional.empty();
  }
}

package org.cyberreadiness.batch.companion;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Rules;
import org.cyberreadiness.batch.validation.Source;

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
                Columns.text("incident_id", "Id of the incident").required(),
                Columns.odsCode("ods_code", "Organisation").required(),
                Columns.instant("discovered_at", "When it was discovered").required(),
                Columns.instant("reported_at", "When it was reported; empty: not yet"),
                Columns.yesNo("ico_reportable", "Whether the Information Commissioner must be told")
                    .required(),
                Columns.yesNo(
                        "nis_reportable",
                        "Whether it must be told under the Network and Information Systems"
                            + " Regulations")
                    .required(),
                Columns.word(
                        "category",
                        "What was harmed",
                        "confidentiality",
                        "integrity",
                        "availability")
                    .incidental()),
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
        .withRules(
            Rules.notBefore(
                "discovered_at",
                "reported_at",
                (from, to) -> "Reported at " + to + ", before it was discovered at " + from + "."));
  }
}

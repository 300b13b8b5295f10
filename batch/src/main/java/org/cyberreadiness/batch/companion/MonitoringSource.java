package org.cyberreadiness.batch.companion;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Rules;
import org.cyberreadiness.batch.validation.Source;

/** Connections to central monitoring. */
public final class MonitoringSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
            "monitoring",
            "Central monitoring",
            366,
            "Which organisation is connected to which central service, from when to when.",
            List.of(
                Columns.odsCode("ods_code", "Organisation").required(),
                Columns.word(
                        "service",
                        "Central service",
                        "SOC",
                        "Secure Boundary",
                        "Enterprise Threat Detection")
                    .required(),
                Columns.isoDate("connected_on", "First day connected").required(),
                Columns.isoDate("ended_on", "Last day connected; empty: still")),
            List.of(Layout.csvOf("our own", "ods_code", "service", "connected_on", "ended_on")),
            Source.AsAt.ofFile())
        .withRules(
            Rules.notBefore(
                "connected_on",
                "ended_on",
                (from, to) -> "Ended on " + to + ", before it was connected on " + from + "."));
  }
}

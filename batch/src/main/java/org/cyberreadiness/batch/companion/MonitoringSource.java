package org.cyberreadiness.batch.companion;

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
                Column.odsCode("ods_code", "Organisation").required(),
                Column.word(
                        "service",
                        "Central service",
                        "SOC",
                        "Secure Boundary",
                        "Enterprise Threat Detection")
                    .required(),
                Column.isoDate("connected_on", "First day connected").required(),
                Column.isoDate("ended_on", "Last day connected; empty: still")),
            List.of(Layout.csvOf("our own", "ods_code", "service", "connected_on", "ended_on")),
            Source.AsAt.ofFile())
        .withRules(MonitoringSource::endsAfterItBegins);
  }

  private static Optional<Finding> endsAfterItBegins(TypedRow row) {
    return row.value("connected_on") instanceof LocalDate from
            && row.value("ended_on") instanceof LocalDate to
            && to.isBefore(from)
        ? Optional.of(
            new Finding(
                "ended_on",
                RejectReason.CONTRADICTION,
                "Ended on " + to + ", before it was connected on " + from + "."))
        : Optional.empty();
  }
}

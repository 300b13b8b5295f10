package org.cyberreadiness.batch.inventory;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;

/** Hosts of osquery with Fleet. A host's name may hold a person's, so it is not kept. */
public final class OsquerySource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
        "agents-osquery",
        "Security agent inventory (osquery, Fleet)",
        40,
        "Which hosts Fleet knows: system, release, whether they report, when last seen.",
        List.of(
            Columns.text("device_id", "Id of the host").required(),
            Columns.instant("last_seen", "When the host last reported").required(),
            Columns.text("platform", "Kind of system, such as windows"),
            Columns.text(
                "os_version", "System, edition and release, such as Windows 10 Enterprise 22H2"),
            Columns.text("os_build", "Build number, such as 19045.3570"),
            Columns.whole(
                "team", "Team: tenants map by it, as text in rbac_group", 0, Integer.MAX_VALUE),
            Columns.word(
                "status", "Whether it reports", "online", "offline", "mia", "missing", "new")),
        List.of(
            Layout.json(
                "hosts of Fleet",
                "uuid",
                "device_id",
                "seen_time",
                "last_seen",
                "platform",
                "platform",
                "os_version",
                "os_version",
                "build",
                "os_build",
                "team_id",
                "team",
                "status",
                "status")),
        Source.AsAt.ofFileOrLargest("last_seen"));
  }
}

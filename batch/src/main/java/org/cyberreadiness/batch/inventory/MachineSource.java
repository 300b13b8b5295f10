package org.cyberreadiness.batch.inventory;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;

/**
 * Machines of Defender for Endpoint. A computer's name may hold a person's, so it is not kept; the
 * device's id is.
 */
public final class MachineSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
        "agents-mde",
        "Security agent inventory (Defender for Endpoint)",
        40,
        "Which devices the security agent knows: system, release, health, when last seen.",
        List.of(
            Columns.text("device_id", "Id of the device").required(),
            Columns.instant("last_seen", "When the agent last reported").required(),
            Columns.text("os_platform", "Operating system, such as Windows10"),
            Columns.text("version", "Release, such as 22H2"),
            AgentColumns.build("os_build", "Build number, such as 19045 or 19045.3570"),
            Columns.word(
                "onboarding",
                "Whether the agent is on it",
                "Onboarded",
                "CanBeOnboarded",
                "Unsupported",
                "InsufficientInfo"),
            Columns.word(
                "health",
                "Health of the agent",
                "Active",
                "Inactive",
                "ImpairedCommunication",
                "NoSensorData",
                "NoSensorDataImpairedCommunication",
                "Unknown"),
            Columns.text("rbac_group", "Device group: tenants map by it"),
            AgentColumns.odsTag(),
            AgentColumns.editionTag()),
        List.of(
            Layout.json(
                "machines of the API",
                "id",
                "device_id",
                "lastSeen",
                "last_seen",
                "osPlatform",
                "os_platform",
                "version",
                "version",
                "osBuild",
                "os_build",
                "onboardingStatus",
                "onboarding",
                "healthStatus",
                "health",
                "rbacGroupName",
                "rbac_group",
                "machineTags",
                "ods_tag",
                "machineTags",
                "edition_tag")),
        Source.AsAt.ofFileOrLargest("last_seen"));
  }
}

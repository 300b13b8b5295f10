package org.cyberreadiness.batch.inventory;

import java.util.List;
import java.util.Map;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;

/**
 * DeviceInfo export of Defender: a table of events, the latest of each device counts. Who was
 * logged on is never kept.
 */
public final class DeviceInfoSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
        "agents-deviceinfo",
        "Security agent inventory (DeviceInfo export)",
        40,
        "Which devices the security agent knows, as a table of events.",
        List.of(
            Columns.instant("last_seen", "When the agent reported this").required(),
            Columns.text("device_id", "Id of the device").required(),
            Columns.text("os_platform", "Operating system, such as Windows10"),
            Columns.text("version", "Release, such as 22H2"),
            AgentColumns.build("os_build", "Build number, such as 19045"),
            AgentColumns.build("os_revision", "Revision of the build, such as 3570"),
            Columns.word(
                "onboarding",
                "Whether the agent is on it",
                Map.of(
                    "Onboarded", "Onboarded",
                    "Can be onboarded", "CanBeOnboarded",
                    "CanBeOnboarded", "CanBeOnboarded",
                    "Unsupported", "Unsupported",
                    "Insufficient info", "InsufficientInfo",
                    "InsufficientInfo", "InsufficientInfo")),
            Columns.word(
                "health",
                "Health of the agent",
                Map.of(
                    "Active", "Active",
                    "Inactive", "Inactive",
                    "Impaired communication", "ImpairedCommunication",
                    "Impaired communications", "ImpairedCommunication",
                    "ImpairedCommunication", "ImpairedCommunication",
                    "No sensor data", "NoSensorData",
                    "NoSensorData", "NoSensorData",
                    "No sensor data, impaired communication", "NoSensorDataImpairedCommunication",
                    "NoSensorDataImpairedCommunication", "NoSensorDataImpairedCommunication",
                    "Unknown", "Unknown")),
            Columns.text("rbac_group", "Device group: tenants map by it"),
            AgentColumns.odsTag(),
            AgentColumns.editionTag()),
        List.of(
            Layout.csv(
                    "DeviceInfo",
                    "Timestamp",
                    "last_seen",
                    "DeviceId",
                    "device_id",
                    "OSPlatform",
                    "os_platform",
                    "OSVersionInfo",
                    "version",
                    "OSBuild",
                    "os_build",
                    "OsBuildRevision",
                    "os_revision",
                    "OnboardingStatus",
                    "onboarding",
                    "SensorHealthState",
                    "health",
                    "MachineGroup",
                    "rbac_group",
                    "RegistryDeviceTag",
                    "ods_tag",
                    "RegistryDeviceTag",
                    "edition_tag")
                .optional("OsBuildRevision", "RegistryDeviceTag", "SensorHealthState")),
        Source.AsAt.ofFileOrLargest("last_seen"));
  }
}

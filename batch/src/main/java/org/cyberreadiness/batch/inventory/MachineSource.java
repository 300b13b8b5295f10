package org.cyberreadiness.batch.inventory;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.Source;
import org.cyberreadiness.batch.validation.UnreadableValue;

/**
 * Machines of Defender for Endpoint. A computer's name may hold a person's, so it is not kept; the
 * device's id is.
 */
final class MachineSource implements DeclaresSource {
  private static final Pattern ODS_TAG =
      Pattern.compile("(?:^|\\|)\\s*ods:([A-Za-z0-9-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BUILD = Pattern.compile("[0-9]+(\\.[0-9]+)*");
  private static final Pattern LTSC = Pattern.compile("LTS[CB]", Pattern.CASE_INSENSITIVE);

  @Override
  public Source source() {
    return Source.of(
        "agents-mde",
        "Security agent inventory (Defender for Endpoint)",
        40,
        "Which devices the security agent knows: system, release, health, when last seen.",
        List.of(
            Column.text("device_id", "Id of the device").required(),
            Column.instant("last_seen", "When the agent last reported").required(),
            Column.text("os_platform", "Operating system, such as Windows10"),
            Column.text("version", "Release, such as 22H2"),
            Column.text("os_build", "Build number, such as 19045 or 19045.3570")
                .parsedBy(
                    "digits, in parts divided by points",
                    raw -> {
                      if (!BUILD.matcher(raw).matches()) {
                        throw new UnreadableValue(
                            RejectReason.INVALID_NUMBER, "digits, in parts divided by points");
                      }
                      return raw;
                    }),
            Column.word(
                "onboarding",
                "Whether the agent is on it",
                "Onboarded",
                "CanBeOnboarded",
                "Unsupported",
                "InsufficientInfo"),
            Column.word(
                "health",
                "Health of the agent",
                "Active",
                "Inactive",
                "ImpairedCommunication",
                "NoSensorData",
                "NoSensorDataImpairedCommunication",
                "Unknown"),
            Column.text("rbac_group", "Device group: tenants map by it"),
            Column.text("ods_tag", "ODS code from a machine tag such as ods:RXX")
                .parsedBy("machine tags", MachineSource::odsTag),
            Column.text("edition_tag", "LTSC where a machine tag says so")
                .parsedBy("machine tags", raw -> LTSC.matcher(raw).find() ? "LTSC" : null)),
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

  private static @org.jspecify.annotations.Nullable String odsTag(String raw) {
    Matcher matcher = ODS_TAG.matcher(raw);
    return matcher.find() ? matcher.group(1).toUpperCase(Locale.ROOT) : null;
  }
}

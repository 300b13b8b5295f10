package org.cyberreadiness.samples.inventory;

import org.cyberreadiness.samples.writing.Clock;
import org.cyberreadiness.samples.writing.JsonObject;

/** A device as the machines interface of Defender for Endpoint writes it. */
final class MachineJson {
  private MachineJson() {}

  static String of(Device device) {
    Release release = device.release();
    JsonObject json =
        new JsonObject()
            .with("id", device.id())
            .with("computerDnsName", device.hostName())
            .with("firstSeen", Clock.preciselyAt(device.seen().firstOn(), 8 * 3600))
            .with("lastSeen", Clock.preciselyAt(device.seen().lastOn(), device.seen().lastSecond()))
            .with("osPlatform", release.platform())
            .with("onboardingStatus", device.health().onboarding())
            .with("osArchitecture", "64-bit");
    if (device.namesRelease() && !release.version().isEmpty()) {
      json.with("version", release.version());
    } else {
      json.without("version");
    }
    if (device.namesRelease() && release.build() > 0) {
      json.with("osBuild", release.build());
    } else {
      json.without("osBuild");
    }
    return json.with("healthStatus", device.health().words())
        .with("rbacGroupName", device.label().group())
        .with("rbacGroupId", device.label().groupNumber())
        .with("riskScore", release.isSupportedOn(device.seen().lastOn()) ? "None" : "Medium")
        .with("exposureLevel", release.isSupportedOn(device.seen().lastOn()) ? "Low" : "High")
        .with("machineTags", device.label().tags())
        .toString();
  }
}

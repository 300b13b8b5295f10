package org.cyberreadiness.samples.inventory;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.inventory.Estate.Channel;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.writing.Clock;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/**
 * The event table that some trusts export instead of the machines: several rows a device, of which
 * the latest counts, and a column of people that must be dropped at the door.
 */
public final class DeviceInfoFiles {
  private final Nation nation;
  private final Estates estates;
  private final Devices devices;

  public DeviceInfoFiles(Nation nation) {
    this.nation = nation;
    this.estates = new Estates(nation);
    this.devices = new Devices(nation);
  }

  public List<Delivery> deliveries() {
    return Months.ends(nation.scale().inventories()).stream()
        .map(
            day ->
                new Delivery(
                    "agents-deviceinfo/" + day + "/DeviceInfo.csv" + nation.scale().ending(),
                    text -> write(text, day)))
        .toList();
  }

  private void write(Text text, LocalDate day) throws IOException {
    text.row(
        "Timestamp",
        "DeviceId",
        "DeviceName",
        "ClientVersion",
        "OSArchitecture",
        "OSPlatform",
        "OSBuild",
        "OsBuildRevision",
        "OSVersionInfo",
        "LoggedOnUsers",
        "RegistryDeviceTag",
        "MachineGroup",
        "OnboardingStatus",
        "SensorHealthState");
    List<Estate> here =
        estates.on(day).filter(estate -> estate.channel() == Channel.DEVICE_INFO).toList();
    for (Estate estate : here) {
      for (Device device : devices.of(estate, day).toList()) {
        Chance chance = nation.chance("events-" + day, device.id());
        int events = chance.between(1, 3);
        for (int event = events - 1; event >= 0; event--) {
          write(text, device, device.seen().lastOn().minusDays(event), chance);
        }
      }
    }
  }

  private static void write(Text text, Device device, LocalDate on, Chance chance)
      throws IOException {
    Release release = device.release();
    boolean named = device.namesRelease();
    text.row(
        Clock.preciselyAt(on, device.seen().lastSecond()),
        device.id(),
        device.hostName(),
        "10.8735.22621.1011",
        "64-bit",
        release.platform(),
        named && release.build() > 0 ? release.build() : "",
        named ? device.revision() : "",
        named ? release.version() : "",
        "[{\"UserName\":\"made-up-user-"
            + chance.between(1000, 9999)
            + "\",\"DomainName\":\"EXAMPLE\"}]",
        device.label().tags().stream().filter(tag -> tag.startsWith("ods:")).findFirst().orElse(""),
        device.label().group(),
        device.health().onboarding().equals("CanBeOnboarded")
            ? "Can be onboarded"
            : device.health().onboarding(),
        device.health().words());
  }
}

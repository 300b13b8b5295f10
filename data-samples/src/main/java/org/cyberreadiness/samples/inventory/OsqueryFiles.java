package org.cyberreadiness.samples.inventory;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.cyberreadiness.samples.inventory.Device.Health;
import org.cyberreadiness.samples.inventory.Estate.Channel;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.writing.Clock;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.JsonObject;
import org.cyberreadiness.samples.writing.Text;

/**
 * The hosts of those trusts that use osquery with Fleet: one object a line or a page. Fleet only
 * knows what carries its agent. Its team stands in the list of groups.
 */
public final class OsqueryFiles {
  private final Nation nation;
  private final Estates estates;
  private final Devices devices;

  public OsqueryFiles(Nation nation) {
    this.nation = nation;
    this.estates = new Estates(nation);
    this.devices = new Devices(nation);
  }

  public List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    for (LocalDate day : Months.ends(nation.scale().inventories())) {
      boolean page = day.getMonthValue() % 2 == 0;
      deliveries.add(
          new Delivery(
              "agents-osquery/"
                  + day
                  + "/hosts"
                  + (page ? "-page" : "")
                  + ".json"
                  + nation.scale().ending(),
              text -> write(text, day, page)));
    }
    return deliveries;
  }

  private void write(Text text, LocalDate day, boolean page) throws IOException {
    text.add(page ? "{\"hosts\":[\n" : "");
    boolean first = true;
    for (Iterator<String> hosts = hosts(day).iterator(); hosts.hasNext(); ) {
      text.add(first ? "" : page ? ",\n" : "\n").add(hosts.next());
      first = false;
    }
    text.line(page ? "\n]}" : "");
  }

  private Stream<String> hosts(LocalDate day) {
    return estates
        .on(day)
        .filter(estate -> estate.channel() == Channel.OSQUERY)
        .flatMap(estate -> hosts(estate, devices, day));
  }

  /** What Fleet says of an estate: of those devices that carry its agent. */
  static Stream<String> hosts(Estate estate, Devices devices, LocalDate day) {
    int team = Devices.groupNumber(Devices.group(estate.organisation()));
    return devices
        .of(estate, day)
        .filter(device -> device.health().onboarding().equals("Onboarded"))
        .map(device -> json(device, day, team));
  }

  private static String json(Device device, LocalDate day, int team) {
    Release release = device.release();
    boolean online =
        device.health() == Health.ACTIVE && !device.seen().lastOn().isBefore(day.minusDays(1));
    JsonObject json =
        new JsonObject()
            .with("hostname", device.hostName())
            .with("uuid", device.uuid())
            .with(
                "platform", release.isWindows() ? "windows" : release.isMac() ? "darwin" : "ubuntu")
            .with("osquery_version", "5.12.1")
            .with("os_version", OsNames.of(device))
            .with("build", device.namesRelease() ? device.buildAndRevision() : "")
            .with("seen_time", Clock.at(device.seen().lastOn(), device.seen().lastSecond()))
            .with(
                "detail_updated_at",
                Clock.at(device.seen().lastOn(), device.seen().lastSecond() / 2))
            .with("team_id", team)
            .with("status", online ? "online" : "offline");
    return json.toString();
  }
}

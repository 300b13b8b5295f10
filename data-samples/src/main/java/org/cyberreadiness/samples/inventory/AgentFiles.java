package org.cyberreadiness.samples.inventory;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cyberreadiness.samples.inventory.Estate.Channel;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/**
 * What the security agent knows at the end of each month and on each of the last and later nights:
 * in parts, as one object a line or as pages of the programming interface, plain or compressed.
 */
public final class AgentFiles {
  /**
   * Every so many organisations, one device is also in the next part: it moved while they wrote.
   */
  private static final int TWICE_EVERY = 40;

  private final Nation nation;
  private final Estates estates;
  private final Devices devices;

  public AgentFiles(Nation nation) {
    this.nation = nation;
    this.estates = new Estates(nation);
    this.devices = new Devices(nation);
  }

  public List<Delivery> deliveries(List<LocalDate> laterNights) {
    List<Delivery> deliveries = new ArrayList<>();
    List<LocalDate> monthEnds = Months.ends(nation.scale().inventories());
    for (LocalDate day : monthEnds) {
      Layout layout =
          nation.scale().isLarge() ? Layout.COMPRESSED : Layout.of(day.getMonthValue() % 3);
      addInventory(deliveries, day, layout);
    }
    laterNights.forEach(night -> addInventory(deliveries, night, Layout.COMPRESSED));
    List<LocalDate> nights = nation.scale().lastNights();
    nights.forEach(night -> addInventory(deliveries, night, Layout.COMPRESSED));
    return deliveries;
  }

  private void addInventory(List<Delivery> deliveries, LocalDate day, Layout layout) {
    int parts = nation.scale().inventoryParts();
    for (int part = 0; part < parts; part++) {
      int number = part;
      deliveries.add(
          new Delivery(
              "agents-mde/" + day + "/machines-" + (100 + part + 1) + layout.ending(),
              text -> writePart(text, day, number, layout)));
    }
  }

  private void writePart(Text text, LocalDate day, int part, Layout layout) throws IOException {
    if (layout == Layout.PAGE) {
      text.line(
          "{\"@odata.context\":\"https://agents.example/api/$metadata#Machines\",\"value\":[");
    }
    boolean first = true;
    for (Iterator<Device> machines = part(day, part).iterator(); machines.hasNext(); ) {
      Device device = machines.next();
      if (layout == Layout.PAGE) {
        text.add(first ? "" : ",\n").add(MachineJson.of(device));
      } else {
        text.line(MachineJson.of(device));
      }
      first = false;
    }
    if (layout == Layout.PAGE) {
      text.line("\n]}");
    }
  }

  /** Every part holds some devices of every organisation. */
  private Stream<Device> part(LocalDate day, int part) {
    int parts = nation.scale().inventoryParts();
    List<Estate> all =
        estates
            .on(day)
            .filter(estate -> estate.channel() == Channel.MACHINES)
            .filter(estate -> !EstateStories.hasTwoAgents(estate))
            .toList();
    return IntStream.range(0, all.size())
        .boxed()
        .flatMap(
            i -> {
              Estate estate = all.get(i);
              int first = Math.floorMod(part - i, parts);
              IntStream here =
                  IntStream.iterate(first, number -> number < estate.devices(), n -> n + parts);
              boolean twice = i % TWICE_EVERY == 0 && first == 1;
              return twice
                  ? Stream.concat(devices.of(estate, day, here), earlier(estate, day))
                  : devices.of(estate, day, here);
            });
  }

  /** The organisation's first device as it was when this part was written. */
  private Stream<Device> earlier(Estate estate, LocalDate day) {
    return devices
        .of(estate, day, IntStream.of(0))
        .map(
            device ->
                new Device(
                    device.id(),
                    device.hostName(),
                    device.seen().earlier(2),
                    device.release(),
                    device.namesRelease(),
                    device.patchedOn(),
                    device.health(),
                    device.label()));
  }

  /** How a part is written. */
  private enum Layout {
    LINES(".json"),
    PAGE(".json"),
    COMPRESSED(".json.gz");

    private final String ending;

    Layout(String ending) {
      this.ending = ending;
    }

    static Layout of(int number) {
      return values()[number];
    }

    String ending() {
      return ending;
    }
  }
}

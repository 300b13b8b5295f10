package org.cyberreadiness.samples.inventory;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.writing.Delivery;

/**
 * One organisation has two agents: on the 28th of a month one tells of its Windows devices, on the
 * 30th another of its Macs. Neither day alone shows the whole estate.
 */
public final class TwoAgentFiles {
  private static final int MONTHS = 3;
  private static final int WINDOWS_ON = 28;
  private static final int MACS_ON = 30;

  private final Nation nation;
  private final Estates estates;
  private final Devices devices;

  public TwoAgentFiles(Nation nation) {
    this.nation = nation;
    this.estates = new Estates(nation);
    this.devices = new Devices(nation);
  }

  public List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    for (LocalDate end : Months.ends(Math.min(MONTHS, nation.scale().inventories()))) {
      LocalDate windowsOn = YearMonth.from(end).atDay(WINDOWS_ON);
      LocalDate macsOn = YearMonth.from(end).atDay(MACS_ON);
      String name = EstateStories.TWO_AGENTS.toLowerCase(Locale.ROOT);
      deliveries.add(
          new Delivery(
              "agents-mde/" + windowsOn + "/machines-" + name + ".json",
              text -> text.lines(machines(windowsOn))));
      deliveries.add(
          new Delivery(
              "agents-osquery/" + macsOn + "/hosts-" + name + ".json",
              text -> text.lines(macs(macsOn))));
    }
    return deliveries;
  }

  private List<String> machines(LocalDate day) {
    return estate(day)
        .flatMap(estate -> devices.of(estate, day))
        .filter(device -> !device.release().isMac())
        .map(MachineJson::of)
        .toList();
  }

  private List<String> macs(LocalDate day) {
    return estate(day)
        .flatMap(estate -> OsqueryFiles.hosts(estate, devices, day))
        .filter(host -> host.contains("\"platform\":\"darwin\""))
        .toList();
  }

  private Stream<Estate> estate(LocalDate day) {
    return estates.on(day).filter(EstateStories::hasTwoAgents);
  }
}

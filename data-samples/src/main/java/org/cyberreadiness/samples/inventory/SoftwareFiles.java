package org.cyberreadiness.samples.inventory;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/** What runs on servers, with what the agent's maker says of its support. */
public final class SoftwareFiles {
  private static final int QUARTERS = 3;

  /** From what old devices run to what new ones run. */
  private static final List<Software> DATABASES =
      List.of(
          new Software("sql_server", "9.0.5000", "2016-04-12"),
          new Software("sql_server", "10.0.6000", "2019-07-09"),
          new Software("sql_server", "10.50.6000", "2019-07-09"),
          new Software("sql_server", "11.0.7001", "2022-07-12"),
          new Software("sql_server", "12.0.6024", "2024-07-09"),
          new Software("sql_server", "13.0.6300", "2026-07-14"),
          new Software("sql_server", "14.0.1000", "2027-10-12"),
          new Software("sql_server", "15.0.2000", "2030-01-08"),
          new Software("sql_server", "16.0.1000", "2033-01-11"));

  private static final List<Software> OTHERS =
      List.of(
          new Software("exchange_server", "15.0.1497", "2023-04-11"),
          new Software("exchange_server", "15.2.1544", "2025-10-14"),
          new Software("sharepoint_server", "14.0.7015", "2021-04-13"),
          new Software("internet_information_services", "10.0", ""),
          new Software(".net_framework", "4.8.0", ""));

  private final Nation nation;
  private final Estates estates;
  private final Devices devices;

  public SoftwareFiles(Nation nation) {
    this.nation = nation;
    this.estates = new Estates(nation);
    this.devices = new Devices(nation);
  }

  public List<Delivery> deliveries() {
    return Months.ends(nation.scale().inventories()).stream()
        .filter(day -> day.getMonthValue() % QUARTERS == 2)
        .map(
            day ->
                new Delivery(
                    "software/" + day + "/DeviceTvmSoftwareInventory.csv" + nation.scale().ending(),
                    text -> write(text, day)))
        .toList();
  }

  private void write(Text text, LocalDate day) throws IOException {
    text.row(
        "DeviceId",
        "DeviceName",
        "OSPlatform",
        "OSVersion",
        "OSArchitecture",
        "SoftwareVendor",
        "SoftwareName",
        "SoftwareVersion",
        "EndOfSupportStatus",
        "EndOfSupportDate",
        "ProductCodeCpe");
    for (Estate estate : estates.on(day).toList()) {
      for (Device device : devices.of(estate, day).toList()) {
        if (device.release().isServer()) {
          write(text, device, day);
        }
      }
    }
  }

  private void write(Text text, Device device, LocalDate day) throws IOException {
    Chance chance = nation.chance("software", device.id());
    if (chance.happens(0.35)) {
      boolean old = !device.release().isSupportedOn(day) || chance.happens(0.08);
      int which = old ? chance.below(5) : chance.between(4, DATABASES.size() - 1);
      write(text, device, DATABASES.get(which), day);
    }
    if (chance.happens(0.5)) {
      write(text, device, chance.pick(OTHERS), day);
    }
  }

  private static void write(Text text, Device device, Software software, LocalDate day)
      throws IOException {
    text.row(
        device.id(),
        device.hostName(),
        device.release().platform(),
        device.release().version(),
        "x64",
        "microsoft",
        software.name(),
        software.version(),
        software.status(day),
        software.supportedUntil(),
        "cpe:2.3:a:microsoft:" + software.name() + ":" + software.version() + ":*:*:*:*:*:*:*");
  }

  private record Software(String name, String version, String supportedUntil) {
    String status(LocalDate day) {
      if (supportedUntil.isEmpty()) {
        return "";
      }
      LocalDate end = LocalDate.parse(supportedUntil);
      return end.isBefore(day)
          ? "EOS Version"
          : end.isBefore(day.plusMonths(6)) ? "Upcoming EOS Version" : "";
    }
  }
}

package org.cyberreadiness.samples.inventory;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/** How many devices organisations say they have: some of them, each March. */
public final class ExpectedDeviceFiles {
  private static final double COUNTED = 0.6;

  private final Nation nation;
  private final Estates estates;
  private final Devices devices;

  public ExpectedDeviceFiles(Nation nation) {
    this.nation = nation;
    this.estates = new Estates(nation);
    this.devices = new Devices(nation);
  }

  public List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    int first = Months.ends(nation.scale().inventories()).getFirst().getYear();
    for (int year = first; year <= Months.LAST.getYear(); year++) {
      LocalDate asAt = LocalDate.of(year, 3, 31);
      deliveries.add(
          new Delivery(
              "expected-devices/expected-devices-" + asAt + ".csv", text -> write(text, asAt)));
    }
    return deliveries;
  }

  private void write(Text text, LocalDate asAt) throws IOException {
    text.row("ods_code", "devices", "as_at");
    for (Organisation organisation : nation.organisations(Estates::hasDevices).toList()) {
      boolean counted = nation.chance("counted", organisation.code()).happens(COUNTED);
      int expected = estates.of(organisation).map(estate -> expected(estate, asAt)).orElse(0);
      if (counted && expected > 0 && organisation.isOpenOn(asAt)) {
        text.row(organisation.code(), expected, asAt);
      }
    }
  }

  private int expected(Estate estate, LocalDate asAt) {
    long known = devices.of(estate, asAt).count();
    return (int) Math.round(known / (1 - estate.missing()));
  }
}

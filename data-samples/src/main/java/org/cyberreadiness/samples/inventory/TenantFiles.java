package org.cyberreadiness.samples.inventory;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cyberreadiness.samples.inventory.Estate.Channel;
import org.cyberreadiness.samples.inventory.Estate.Mapping;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/** Whose which group of devices is: a list when inventories begin, and one that knows one more. */
public final class TenantFiles {
  private static final LocalDate LATE = LocalDate.of(2024, 6, 28);
  private static final double WRITTEN_SMALL = 0.04;

  private final Nation nation;
  private final Estates estates;

  public TenantFiles(Nation nation) {
    this.nation = nation;
    this.estates = new Estates(nation);
  }

  public List<Delivery> deliveries() {
    LocalDate first = Months.ends(nation.scale().inventories()).getFirst();
    LocalDate late = LATE.isAfter(first) ? LATE : first.plusDays(6);
    return List.of(delivery(first, false), delivery(late, true));
  }

  private Delivery delivery(LocalDate day, boolean whole) {
    return new Delivery("agent-tenants/" + day + "/agent-tenants.csv", text -> write(text, whole));
  }

  private void write(Text text, boolean whole) throws IOException {
    text.row("rbac_group", "ods_code");
    for (Organisation organisation : nation.organisations(Estates::hasDevices).toList()) {
      Optional<Estate> estate = estates.of(organisation);
      if (estate.isEmpty() || (!whole && EstateStories.isMappedLate(organisation.code()))) {
        continue;
      }
      String code = code(organisation);
      if (hasTeam(estate.get())) {
        text.row(Devices.groupNumber(Devices.group(organisation)), code);
      }
      if (hasGroup(estate.get())) {
        text.row(Devices.group(organisation), code);
      }
    }
  }

  private static boolean hasTeam(Estate estate) {
    return estate.channel() == Channel.OSQUERY || EstateStories.hasTwoAgents(estate);
  }

  private static boolean hasGroup(Estate estate) {
    return estate.channel() != Channel.OSQUERY
        && estate.organisation().kind() != Kind.GP_PRACTICE
        && estate.mapping() == Mapping.BY_GROUP;
  }

  private String code(Organisation organisation) {
    boolean small = nation.chance("tenant-code", organisation.code()).happens(WRITTEN_SMALL);
    return small ? organisation.code().toLowerCase(Locale.ROOT) : organisation.code();
  }
}

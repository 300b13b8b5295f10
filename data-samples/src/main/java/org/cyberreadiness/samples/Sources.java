package org.cyberreadiness.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.samples.inspection.CyberInspections;
import org.cyberreadiness.samples.inventory.AgentFiles;
import org.cyberreadiness.samples.inventory.SupportCatalogue;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.organisation.OdsFiles;
import org.cyberreadiness.samples.organisation.SubIcbLookup;
import org.cyberreadiness.samples.organisation.SuccessionFiles;
import org.cyberreadiness.samples.toolkit.DsptExports;
import org.cyberreadiness.samples.writing.Delivery;

/** Every source, a line each. */
final class Sources {
  private Sources() {}

  static List<Delivery> deliveries(Nation nation, List<LocalDate> laterNights) {
    List<Delivery> deliveries = new ArrayList<>();
    deliveries.addAll(new OdsFiles(nation).deliveries());
    deliveries.addAll(new SubIcbLookup(nation).deliveries());
    deliveries.addAll(new SuccessionFiles(nation).deliveries());
    deliveries.addAll(new DsptExports(nation).deliveries(laterNights));
    deliveries.addAll(new AgentFiles(nation).deliveries(laterNights));
    deliveries.addAll(SupportCatalogue.deliveries());
    deliveries.addAll(new CyberInspections(nation).deliveries());
    return deliveries;
  }
}

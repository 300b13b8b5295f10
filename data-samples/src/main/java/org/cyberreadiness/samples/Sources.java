package org.cyberreadiness.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.samples.alert.AlertFiles;
import org.cyberreadiness.samples.alert.AlertResponseFiles;
import org.cyberreadiness.samples.companion.IncidentFiles;
import org.cyberreadiness.samples.companion.NisScopeFiles;
import org.cyberreadiness.samples.companion.RegisterFiles;
import org.cyberreadiness.samples.companion.TrainingFiles;
import org.cyberreadiness.samples.delivery.BrokenFiles;
import org.cyberreadiness.samples.delivery.Redeliveries;
import org.cyberreadiness.samples.inspection.CqcRatingFiles;
import org.cyberreadiness.samples.inspection.CyberInspections;
import org.cyberreadiness.samples.inventory.AgentFiles;
import org.cyberreadiness.samples.inventory.BuildFiles;
import org.cyberreadiness.samples.inventory.DeviceInfoFiles;
import org.cyberreadiness.samples.inventory.ExpectedDeviceFiles;
import org.cyberreadiness.samples.inventory.OsqueryFiles;
import org.cyberreadiness.samples.inventory.SoftwareFiles;
import org.cyberreadiness.samples.inventory.SupportCatalogue;
import org.cyberreadiness.samples.inventory.SupportCoverFiles;
import org.cyberreadiness.samples.inventory.TenantFiles;
import org.cyberreadiness.samples.inventory.TwoAgentFiles;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.organisation.OdsFiles;
import org.cyberreadiness.samples.organisation.SubIcbLookup;
import org.cyberreadiness.samples.organisation.SuccessionFiles;
import org.cyberreadiness.samples.toolkit.AssertionFiles;
import org.cyberreadiness.samples.toolkit.CafFiles;
import org.cyberreadiness.samples.toolkit.DsprFiles;
import org.cyberreadiness.samples.toolkit.DsptExports;
import org.cyberreadiness.samples.toolkit.IgToolkitFiles;
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
    deliveries.addAll(new AssertionFiles(nation).deliveries());
    deliveries.addAll(new CafFiles(nation).deliveries());
    deliveries.addAll(new IgToolkitFiles(nation).deliveries());
    deliveries.addAll(new DsprFiles(nation).deliveries());
    deliveries.addAll(new AgentFiles(nation).deliveries(laterNights));
    deliveries.addAll(new TwoAgentFiles(nation).deliveries());
    deliveries.addAll(new TenantFiles(nation).deliveries());
    deliveries.addAll(new ExpectedDeviceFiles(nation).deliveries());
    deliveries.addAll(new DeviceInfoFiles(nation).deliveries());
    deliveries.addAll(new OsqueryFiles(nation).deliveries());
    deliveries.addAll(new SoftwareFiles(nation).deliveries());
    deliveries.addAll(BuildFiles.deliveries());
    deliveries.addAll(SupportCatalogue.deliveries());
    deliveries.addAll(new SupportCoverFiles(nation).deliveries());
    deliveries.addAll(new CyberInspections(nation).deliveries());
    deliveries.addAll(new CqcRatingFiles(nation).deliveries());
    deliveries.addAll(new AlertFiles(nation).deliveries());
    deliveries.addAll(new AlertResponseFiles(nation).deliveries());
    deliveries.addAll(new TrainingFiles(nation).deliveries());
    deliveries.addAll(new IncidentFiles(nation).deliveries());
    deliveries.addAll(new NisScopeFiles(nation).deliveries());
    deliveries.addAll(new RegisterFiles(nation).deliveries());
    deliveries.addAll(BrokenFiles.deliveries());
    deliveries.addAll(new Redeliveries(deliveries).deliveries());
    return deliveries;
  }
}

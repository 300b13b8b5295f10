package org.cyberreadiness.batch;

import java.util.Map;
import java.util.TreeMap;
import org.cyberreadiness.batch.alert.AlertResponseSource;
import org.cyberreadiness.batch.alert.AlertSource;
import org.cyberreadiness.batch.companion.AcademySource;
import org.cyberreadiness.batch.companion.IncidentSource;
import org.cyberreadiness.batch.companion.MonitoringSource;
import org.cyberreadiness.batch.companion.NisScopeSource;
import org.cyberreadiness.batch.companion.TrainingSource;
import org.cyberreadiness.batch.inspection.CqcRatingSource;
import org.cyberreadiness.batch.inspection.CyberInspectionSource;
import org.cyberreadiness.batch.inventory.DeviceInfoSource;
import org.cyberreadiness.batch.inventory.ExpectedDevicesSource;
import org.cyberreadiness.batch.inventory.MachineSource;
import org.cyberreadiness.batch.inventory.OsBuildSource;
import org.cyberreadiness.batch.inventory.OsquerySource;
import org.cyberreadiness.batch.inventory.SoftwareSource;
import org.cyberreadiness.batch.inventory.SupportCatalogueSource;
import org.cyberreadiness.batch.inventory.SupportCoverSource;
import org.cyberreadiness.batch.inventory.TenantSource;
import org.cyberreadiness.batch.organisation.OdsSource;
import org.cyberreadiness.batch.organisation.SuccessionSource;
import org.cyberreadiness.batch.toolkit.AssertionSource;
import org.cyberreadiness.batch.toolkit.CafSource;
import org.cyberreadiness.batch.toolkit.DsprSource;
import org.cyberreadiness.batch.toolkit.DsptSource;
import org.cyberreadiness.batch.toolkit.IgToolkitSource;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Source;

/**
 * All sources: the one list that a new one is added to.
 *
 * @param byName declarations in the order of their names
 */
public record Sources(Map<String, Source> byName) {

  /** The sources of today. */
  public static Sources all() {
    return of(
        new OdsSource(),
        new SuccessionSource(),
        new IgToolkitSource(),
        new DsprSource(),
        new DsptSource(),
        new AssertionSource(),
        new CafSource(),
        new MachineSource(),
        new DeviceInfoSource(),
        new OsquerySource(),
        new TenantSource(),
        new ExpectedDevicesSource(),
        new SoftwareSource(),
        new OsBuildSource(),
        new SupportCatalogueSource(),
        new SupportCoverSource(),
        new AlertSource(),
        new AlertResponseSource(),
        new CqcRatingSource(),
        new CyberInspectionSource(),
        new TrainingSource(),
        new IncidentSource(),
        new NisScopeSource(),
        new AcademySource(),
        new MonitoringSource());
  }

  /**
   * Sources that rooms declare.
   *
   * @throws IllegalArgumentException when two declare the same name
   */
  public static Sources of(DeclaresSource... rooms) {
    Map<String, Source> byName = new TreeMap<>();
    for (DeclaresSource room : rooms) {
      Source source = room.source();
      if (byName.put(source.name(), source) != null) {
        throw new IllegalArgumentException("Two rooms declare the source " + source.name());
      }
    }
    return new Sources(byName);
  }
}

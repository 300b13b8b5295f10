package org.cyberreadiness.batch.inventory;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;

/** Which organisation a device group of the security agent belongs to. */
public final class TenantSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
        "agent-tenants",
        "Device groups and their organisations",
        null,
        "Which organisation the devices of a group belong to.",
        List.of(
            Columns.text("rbac_group", "Name of the device group").required(),
            Columns.odsCode("ods_code", "Organisation").required()),
        List.of(Layout.csvOf("our own", "rbac_group", "ods_code")),
        Source.AsAt.ofFile());
  }
}

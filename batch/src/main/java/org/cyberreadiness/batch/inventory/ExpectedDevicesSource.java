package org.cyberreadiness.batch.inventory;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;

/** How many devices an organisation should have: an estimate, for coverage. */
public final class ExpectedDevicesSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
        "expected-devices",
        "Expected devices",
        366,
        "How many devices an organisation should have, as estimated on a day.",
        List.of(
            Columns.odsCode("ods_code", "Organisation").required(),
            Columns.whole("devices", "Devices it should have", 0, 1_000_000).required(),
            Columns.isoDate("estimated_on", "Day of the estimate").required()),
        List.of(
            Layout.csv(
                "our own", "ods_code", "ods_code", "devices", "devices", "as_at", "estimated_on")),
        Source.AsAt.ofRow("estimated_on"));
  }
}

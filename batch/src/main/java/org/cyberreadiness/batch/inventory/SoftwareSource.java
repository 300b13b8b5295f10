package org.cyberreadiness.batch.inventory;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;

/**
 * Software inventory of Defender: which product stands on which device, and until when its maker
 * supports it.
 */
public final class SoftwareSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
        "software",
        "Software inventory",
        120,
        "Which software stands on which device, and until when its maker supports it.",
        List.of(
            Columns.text("device_id", "Id of the device").required(),
            Columns.text("vendor", "Who makes it"),
            Columns.text("name", "Name of the product, such as sql_server").required(),
            Columns.text("version", "Version, such as 9.0.5000"),
            Columns.word(
                    "support_status",
                    "What the agent's maker says of its support",
                    "EOS Version",
                    "EOS Software",
                    "Upcoming EOS Version",
                    "Upcoming EOS Software",
                    "None")
                .incidental(),
            Columns.date(
                "support_ends_on",
                "End of support as the agent's maker says it",
                "uuuu-MM-dd",
                "uuuu-MM-dd'T'HH:mm:ss'Z'",
                "uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'")),
        List.of(
            Layout.csv(
                "DeviceTvmSoftwareInventory",
                "DeviceId",
                "device_id",
                "SoftwareVendor",
                "vendor",
                "SoftwareName",
                "name",
                "SoftwareVersion",
                "version",
                "EndOfSupportStatus",
                "support_status",
                "EndOfSupportDate",
                "support_ends_on")),
        Source.AsAt.ofFile());
  }
}

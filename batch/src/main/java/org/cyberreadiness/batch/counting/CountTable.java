package org.cyberreadiness.batch.counting;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One kind of count: its table by day, what is known of each day, and every group's last inventory
 * of each month.
 *
 * @param name table by day, and view of the facts
 * @param days table of what is known of each counted day
 * @param months table of the months' last inventories
 * @param columns columns of the counts
 */
record CountTable(String name, String days, String months, StructType columns) {
  static final String NIGHT = "night";
  static final String MONTH = "month";
  static final String RULE = "rule";

  private static final StructType GROUP =
      new StructType()
          .add(NIGHT, DataTypes.DateType)
          .add("as_at", DataTypes.DateType)
          .add("source", DataTypes.StringType)
          .add("ods_tag", DataTypes.StringType)
          .add("rbac_group", DataTypes.StringType);

  static final CountTable DEVICES =
      new CountTable(
          "device_count",
          "counted_device_day",
          "device_month",
          withFirstRow(
              GROUP
                  .add("os_platform", DataTypes.StringType)
                  .add("version", DataTypes.StringType)
                  .add("edition_tag", DataTypes.StringType)
                  .add("os_build", DataTypes.StringType)
                  .add("devices", DataTypes.LongType)
                  .add("active_devices", DataTypes.LongType)
                  .add("onboarded_devices", DataTypes.LongType)
                  .add("healthy_devices", DataTypes.LongType)));

  static final CountTable SOFTWARE =
      new CountTable(
          "software_count",
          "counted_software_day",
          "software_month",
          withFirstRow(
              GROUP
                  .add("vendor", DataTypes.StringType)
                  .add("name", DataTypes.StringType)
                  .add("version", DataTypes.StringType)
                  .add("support_ends_on", DataTypes.DateType)
                  .add("devices", DataTypes.LongType)));

  private static StructType withFirstRow(StructType columns) {
    return columns.add("source_file_id", DataTypes.StringType).add("line", DataTypes.LongType);
  }

  /** Columns in the lake: those of the view, and the rule they were counted by. */
  StructType stored() {
    return columns.add(RULE, DataTypes.StringType);
  }

  /** Columns of the months' last inventories. */
  StructType storedMonths() {
    return stored().add(MONTH, DataTypes.DateType);
  }
}

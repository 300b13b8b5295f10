package org.cyberreadiness.batch.inventory;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.history.Lake;

/**
 * Counts of devices for ever: of each inventory day that tonight's files touch, the devices are
 * counted anew by group, system and release. Everything later (organisation, support) follows from
 * the counts, so a night costs what arrived and not what is kept.
 */
public final class DeviceCounts {
  /** Table of the lake and view of the facts. */
  public static final String TABLE = "device_count";

  private static final StructType SCHEMA =
      new StructType()
          .add("as_at", DataTypes.DateType)
          .add("ods_tag", DataTypes.StringType)
          .add("rbac_group", DataTypes.StringType)
          .add("os_platform", DataTypes.StringType)
          .add("version", DataTypes.StringType)
          .add("edition_tag", DataTypes.StringType)
          .add("devices", DataTypes.LongType)
          .add("active_devices", DataTypes.LongType)
          .add("onboarded_devices", DataTypes.LongType)
          .add("healthy_devices", DataTypes.LongType)
          .add(
              "first_row",
              new StructType()
                  .add("source_file_id", DataTypes.StringType)
                  .add("line", DataTypes.LongType));

  private DeviceCounts() {}

  /**
   * Counts the devices of the given days anew.
   *
   * @param spark session with the landed views
   * @param lake lake to keep the counts in
   * @param touched inventory days of which tonight's files speak
   * @param staleDays days after which a device that was not seen is stale
   */
  public static void recount(
      SparkSession spark, Lake lake, List<LocalDate> touched, int staleDays) {
    SqlFile sql = SqlFile.of("inventory/device_count.sql");
    Dataset<Row> counted =
        spark.sql(
            sql.text(),
            Map.of(
                "touched",
                functions.array(touched.stream().map(functions::lit).toArray(Column[]::new)),
                "stale_days",
                staleDays));
    lake.replacePartitions(TABLE, counted, "as_at");
  }

  /** All counts kept. */
  public static Dataset<Row> all(Lake lake) throws IOException {
    return lake.table(TABLE, SCHEMA);
  }
}

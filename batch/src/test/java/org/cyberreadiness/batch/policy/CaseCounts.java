package org.cyberreadiness.batch.policy;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.fact.Facts;
import org.cyberreadiness.batch.fact.SqlFile;

/** The counts of devices that a night makes of agent rows, made of a case's agent rows. */
final class CaseCounts {
  private static final List<String> AGENTS =
      List.of("agents-mde", "agents-deviceinfo", "agents-osquery");
  private static final SqlFile DEVICE = counting("device");
  private static final SqlFile DEVICE_COUNT = counting("device_count");
  private static final String COUNT =
      "night date, as_at date, source string, ods_tag string, rbac_group string, os_platform string,"
          + " version string, edition_tag string, os_build string, devices bigint, active_devices"
          + " bigint, onboarded_devices bigint, healthy_devices bigint, source_file_id string,"
          + " line bigint";
  private static final Map<String, StructType> SCHEMAS =
      Map.of(
          "device_count",
          StructType.fromDDL(COUNT),
          "device_month",
          StructType.fromDDL("month_end date, " + COUNT),
          "software_count",
          StructType.fromDDL(
              "night date, as_at date, ods_tag string, rbac_group string, vendor string, name"
                  + " string, version string, support_ends_on date, devices bigint, source_file_id"
                  + " string, line bigint"),
          "counted_day",
          StructType.fromDDL(
              "night date, source string, rows bigint, repeats bigint, devices bigint"));

  private final SparkSession spark;
  private final Map<String, Object> parameters;

  CaseCounts(SparkSession spark, Map<String, Object> parameters) {
    this.spark = spark;
    this.parameters = parameters;
  }

  static boolean gives(String view) {
    return SCHEMAS.containsKey(view);
  }

  /** Landed views that a count is made of. */
  static List<String> reads(String view) {
    return view.startsWith("device") || view.equals("counted_day")
        ? AGENTS.stream().map(CaseCounts::table).toList()
        : List.of();
  }

  Dataset<Row> made(String view) {
    Dataset<Row> counts = spark.createDataFrame(List.<Row>of(), schema("device_count"));
    Set<LocalDate> days = reads(view).isEmpty() ? Set.of() : days();
    if (!reads(view).isEmpty() && !days.isEmpty()) {
      Dataset<Row> devices =
          SettledRows.of(spark.sql(DEVICE.text(), Map.of("touched", array(days)))).in(spark);
      for (String agent : AGENTS) {
        Dataset<Row> own = devices.filter(col("source_file_id").equalTo(table(agent) + ".csv"));
        own.createOrReplaceTempView("device");
        counts = counts.union(counted(agent));
      }
    }
    return switch (view) {
      case "device_count" -> counts;
      case "device_month" -> lastOfMonth(counts);
      case "counted_day" -> days(counts);
      default -> spark.createDataFrame(List.<Row>of(), schema(view));
    };
  }

  private Dataset<Row> counted(String agent) {
    Object stale = parameters.get("stale_days");
    return spark
        .sql(DEVICE_COUNT.text(), Map.of("stale_days", stale == null ? 30 : stale))
        .withColumn("night", col("as_at"))
        .withColumn("source", lit(agent))
        .withColumn("source_file_id", col("first_row.source_file_id"))
        .withColumn("line", col("first_row.line"))
        .select(columns("device_count"));
  }

  /** Of each agent's device group its last inventory of each month that has ended. */
  private Dataset<Row> lastOfMonth(Dataset<Row> counts) {
    counts.createOrReplaceTempView("case_count");
    return spark
        .sql(
            """
            select last_day(night) as month_end, *
            from case_count
            where last_day(night) <= :night
            qualify night = max(night) over (partition by source, ods_tag, rbac_group, last_day(night))
            """,
            Map.of("night", String.valueOf(parameters.get("night"))))
        .select(columns("device_month"));
  }

  /** How many rows each agent delivered for a day, and how many devices they are. */
  private Dataset<Row> days(Dataset<Row> counts) {
    Dataset<Row> delivered =
        AGENTS.stream()
            .map(
                agent ->
                    spark
                        .table(table(agent))
                        .groupBy(col("as_at").as("night"), lit(agent).as("source"))
                        .agg(functions.count("*").as("rows")))
            .reduce(Dataset::union)
            .orElseThrow();
    return delivered
        .join(
            counts.groupBy("night", "source").agg(functions.sum("devices").as("devices")),
            new String[] {"night", "source"})
        .withColumn("repeats", col("rows").minus(col("devices")))
        .select(columns("counted_day"));
  }

  private Set<LocalDate> days() {
    return AGENTS.stream()
        .flatMap(
            agent ->
                spark.table(table(agent)).select("as_at").distinct().collectAsList().stream())
        .map(row -> (LocalDate) row.get(0))
        .collect(Collectors.toSet());
  }

  private static org.apache.spark.sql.Column array(Set<LocalDate> days) {
    return functions.array(
        days.stream().map(functions::lit).toArray(org.apache.spark.sql.Column[]::new));
  }

  private static String table(String agent) {
    return "landed_" + agent.replace('-', '_');
  }

  private static StructType schema(String view) {
    return SCHEMAS.getOrDefault(view, new StructType());
  }

  private static org.apache.spark.sql.Column[] columns(String view) {
    return List.of(schema(view).fieldNames()).stream()
        .map(functions::col)
        .toArray(org.apache.spark.sql.Column[]::new);
  }

  private static SqlFile counting(String name) {
    return List.of("counting", "inventory").stream()
        .flatMap(folder -> Facts.in(folder).stream())
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

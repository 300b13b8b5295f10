package org.cyberreadiness.batch.policy;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.fact.FactOrder;
import org.cyberreadiness.batch.fact.SqlFile;

/** The counts of devices that a night makes of agent rows, made of a case's agent rows. */
final class CaseCounts {
  private static final List<String> AGENTS =
      List.of("agents-mde", "agents-deviceinfo", "agents-osquery");
  private static final SqlFile DEVICE = counting("device");
  private static final SqlFile FILES = counting("inventory_file");
  private static final SqlFile DEVICE_COUNT = counting("device_count");
  private static final SqlFile DEVICE_MONTH = counting("device_month");
  private static final SqlFile COUNTED_DAY = counting("counted_day");
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
    Set<LocalDate> days = reads(view).isEmpty() ? Set.of() : days();
    if (days.isEmpty()) {
      return spark.createDataFrame(List.<Row>of(), schema(view));
    }
    Map<String, Object> touched = Map.of("touched", array(days));
    settle("device", DEVICE, touched);
    settle("inventory_file", FILES, touched);
    settle("device_count", DEVICE_COUNT, given("stale_days"));
    Dataset<Row> made =
        switch (view) {
          case "device_count" -> spark.table("device_count");
          case "device_month" -> spark.sql(DEVICE_MONTH.text(), given("night"));
          default ->
              spark
                  .sql(COUNTED_DAY.text(), touched)
                  .withColumn("repeats", col("rows").minus(col("devices")));
        };
    return made.select(columns(view));
  }

  private void settle(String view, SqlFile file, Map<String, Object> named) {
    SettledRows.of(spark.sql(file.text(), named)).in(spark).createOrReplaceTempView(view);
  }

  private Map<String, Object> given(String parameter) {
    return Map.of(parameter, Objects.requireNonNull(parameters.get(parameter)));
  }

  private Set<LocalDate> days() {
    return AGENTS.stream()
        .flatMap(
            agent -> spark.table(table(agent)).select("as_at").distinct().collectAsList().stream())
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
    return FactOrder.in("counting").stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

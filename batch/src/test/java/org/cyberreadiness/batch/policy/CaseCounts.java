package org.cyberreadiness.batch.policy;


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
    return view.startsWith("device")
        ? AGENTS.stream().map(CaseCounts::table).toList()
        : List.of();
  }

  Dataset<Row> made(String view) {
    Dataset<Row> counts = spark.createDataFrame(List.<Row>of(), schema("device_count"));
    Set<LocalDate> days = days();
    if (view.startsWith("device") && !days.isEmpty()) {
      Map<String, Object> touched = Map.of("touched", array(days));
      CaseViews.settled(spark.sql(DEVICE.text(), touched)).createOrReplaceTempView("device");
      CaseViews.settled(spark.sql(FILES.text(), touched)).createOrReplaceTempView("inventory_file");
      Object stale = parameters.get("stale_days");
      counts =
          spark
              .sql(DEVICE_COUNT.text(), Map.of("stale_days", stale == null ? 30 : stale))
              .select(columns("device_count"));
    }
    return switch (view) {
      case "device_count" -> counts;
      case "device_month" -> lastOfMonth(counts);
      default -> spark.createDataFrame(List.<Row>of(), schema(view));
    };
  }

  /** Of each agent's device group its last inventory of each month that has ended. */
  private Dataset<Row> lastOfMonth(Dataset<Row> counts) {
    CaseViews.settled(counts).createOrReplaceTempView("device_count");
    return spark
        .sql(DEVICE_MONTH.text(), Map.of("night", String.valueOf(parameters.get("night"))))
        .select(columns("device_month"));
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
    return FactOrder.in("counting").stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

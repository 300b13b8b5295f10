package org.cyberreadiness.batch.policy;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.fact.FactOrder;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.resource.OwnFiles;

/**
 * The views a practice reads in one case: what a CSV file of the case fills, what the policy gives,
 * what a fact or a count makes of those; everything else is empty. Of landed rows it sees those
 * that speak of no later day than the night, as a night does.
 */
final class CaseViews {
  private static final Map<String, SqlFile> FACTS =
      FactOrder.in("fact").stream().collect(Collectors.toMap(SqlFile::name, Function.identity()));
  private static final Map<String, StructType> SCHEMAS = new ConcurrentHashMap<>();
  private static final Map<String, SettledRows> SETTLED = new ConcurrentHashMap<>();

  /** Columns of facts that cases say themselves, whether or not their file yields more. */
  private static final Map<String, StructType> SAID =
      Map.of(
          "organisation_version",
          StructType.fromDDL(
              "ods_code string, name string, type string, sector string, region_code string,"
                  + " icb_code string, parent_code string, opened_on date, closed_on date, state"
                  + " string, listed_in_ods boolean, known_from date, known_to date, source_file_id"
                  + " string, line bigint"),
          "charge",
          StructType.fromDDL(
              "ods_code string, first_end date, last_end date, gap_from date, gap_to date,"
                  + " first_reason string, last_reason"
                  + " string, known_from date, known_to date"));

  private final SparkSession spark;
  private final Policy policy;
  private final List<Path> places;
  private final Map<String, Object> parameters;
  private final Set<String> provided = new HashSet<>();

  /**
   * @param spark session of this case alone
   * @param policy rules in force
   * @param places folders of CSV files; the first that has a view's file fills it
   * @param parameters named markers of the facts
   */
  CaseViews(SparkSession spark, Policy policy, List<Path> places, Map<String, Object> parameters) {
    this.spark = spark;
    this.policy = policy;
    this.places = places;
    this.parameters = parameters;
  }

  /** The rows of a file whose inputs are made first. */
  Dataset<Row> rows(SqlFile file, Map<String, Object> own) {
    file.reads().forEach(this::provide);
    Map<String, Object> named = new HashMap<>(parameters);
    named.putAll(own);
    named.keySet().removeIf(marker -> !file.text().matches("(?s).*:" + marker + "\\b.*"));
    return spark.sql(file.text(), named);
  }

  /** Makes a view, unless it is made; what the same files made before is taken as it is. */
  private void provide(String view) {
    if (provided.add(view)) {
      String origin = originOf(view) + " as on " + parameters.get("night");
      SettledRows known = SETTLED.get(origin);
      if (known == null) {
        known = SettledRows.of(made(view));
        SETTLED.put(origin, known);
      }
      known.in(spark).createOrReplaceTempView(view);
    }
  }

  /** Tells a view's rows from those of other cases: the files they come of. */
  private String originOf(String view) {
    Optional<Path> csv = csvOf(view);
    if (csv.isPresent()) {
      return view + " in " + csv.get();
    }
    SqlFile fact = FACTS.get(view);
    List<String> reads = fact == null ? CaseCounts.reads(view) : fact.reads();
    return reads.stream().map(this::originOf).collect(Collectors.joining("; ", view + " (", ")"));
  }

  private Optional<Path> csvOf(String view) {
    return places.stream()
        .map(place -> place.resolve(view + ".csv"))
        .filter(Files::exists)
        .findFirst();
  }

  private Dataset<Row> made(String view) {
    Optional<StructType> landed = CaseRows.landed(view);
    Optional<Path> csv = csvOf(view);
    if (csv.isPresent()) {
      Dataset<Row> rows =
          CaseRows.of(spark, view, landed.orElseGet(() -> schemaOf(view)), csv.get());
      return landed.isEmpty()
          ? rows
          : rows.filter(col("as_at").leq(lit(parameters.get("night")).cast("date")));
    }
    if (landed.isPresent()) {
      return empty(landed.get());
    }
    if (CaseCounts.gives(view)) {
      CaseCounts.reads(view).forEach(this::provide);
      return new CaseCounts(spark, parameters).made(view);
    }
    SqlFile fact = FACTS.get(view);
    if (fact != null) {
      return rows(fact, Map.of());
    }
    return SAID.containsKey(view) ? empty(schemaOf(view)) : policy(view);
  }

  private Dataset<Row> empty(StructType schema) {
    return spark.createDataFrame(List.<Row>of(), schema);
  }

  private Dataset<Row> policy(String view) {
    return switch (view) {
      case "edition" -> editions();
      case "applies_to" -> appliesTo();
      default ->
          spark
              .read()
              .option("header", "true")
              .csv(
                  spark.createDataset(
                      OwnFiles.text("policy/" + view + ".csv").lines().toList(),
                      org.apache.spark.sql.Encoders.STRING()));
    };
  }

  private Dataset<Row> editions() {
    return spark.createDataFrame(
        policy.editions().stream()
            .map(
                e ->
                    RowFactory.create(
                        e.edition(), e.opensOn(), e.deadline(), e.series(), e.igVersion()))
            .toList(),
        new StructType()
            .add("edition", DataTypes.StringType)
            .add("opens_on", DataTypes.DateType)
            .add("deadline", DataTypes.DateType)
            .add("series", DataTypes.StringType)
            .add("ig_version", DataTypes.StringType));
  }

  private Dataset<Row> appliesTo() {
    return spark.createDataFrame(
        policy.practices().stream()
            .flatMap(p -> p.appliesTo().stream().map(type -> RowFactory.create(p.name(), type)))
            .toList(),
        new StructType().add("practice", DataTypes.StringType).add("type", DataTypes.StringType));
  }

  /** Columns of a fact, by what its file yields. */
  private StructType schemaOf(String view) {
    StructType said = SAID.get(view);
    if (said != null) {
      return said;
    }
    StructType known = SCHEMAS.get(view);
    if (known == null) {
      SqlFile fact = FACTS.get(view);
      if (fact == null) {
        throw new IllegalArgumentException("No source and no fact is called " + view);
      }
      CaseViews none = new CaseViews(spark.newSession(), policy, List.of(), parameters);
      known = none.rows(fact, Map.of()).schema();
      SCHEMAS.put(view, known);
    }
    return known;
  }
}

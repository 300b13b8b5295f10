package org.cyberreadiness.batch.policy;

import static org.apache.spark.sql.functions.col;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.Sources;
import org.cyberreadiness.batch.fact.Facts;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.intake.Intake;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.validation.Source;
import org.jspecify.annotations.Nullable;

/**
 * The views a practice reads in one case: what a CSV file of the case fills, what the policy gives,
 * what a fact makes of those; everything else is empty. A row that does not say its file, line or
 * day gets the name of its CSV file, its line there, and the day its source would give it.
 */
final class CaseViews {
  private static final Sources SOURCES = Sources.all();
  private static final Map<String, SqlFile> FACTS = facts();
  private static final Map<String, StructType> SCHEMAS = new HashMap<>();

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

  private static Map<String, SqlFile> facts() {
    Map<String, SqlFile> facts = new LinkedHashMap<>();
    for (String folder : List.of("fact", "inventory")) {
      facts.putAll(
          Facts.in(folder).stream().collect(Collectors.toMap(SqlFile::name, Function.identity())));
    }
    return facts;
  }

  /** The rows of a file whose inputs are made first. */
  Dataset<Row> rows(SqlFile file, Map<String, Object> own) {
    file.reads().forEach(this::provide);
    Map<String, Object> named = new HashMap<>(parameters);
    named.putAll(own);
    if (file.text().contains(":touched")) {
      named.put("touched", inventoryDays());
    }
    named.keySet().removeIf(marker -> !file.text().matches("(?s).*:" + marker + "\\b.*"));
    return spark.sql(file.text(), named);
  }

  private void provide(String view) {
    if (provided.add(view)) {
      made(view).createOrReplaceTempView(view);
    }
  }

  private Dataset<Row> made(String view) {
    for (Path place : places) {
      Path csv = place.resolve(view + ".csv");
      if (Files.exists(csv)) {
        return filled(view, csv);
      }
    }
    SqlFile fact = FACTS.get(view);
    return fact == null ? given(view) : rows(fact, Map.of());
  }

  /** What no file of the case says: policy, or nothing. */
  private Dataset<Row> given(String view) {
    return switch (view) {
      case "edition" -> editions();
      case "applies_to" -> appliesTo();
      default ->
          view.startsWith("landed_")
              ? spark.createDataFrame(List.of(), schemaOf(view))
              : spark
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

  private Dataset<Row> filled(String view, Path csv) {
    List<String> header = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
      for (CsvRecord line : reader) {
        if (header.isEmpty()) {
          header.addAll(line.getFields());
          continue;
        }
        List<@Nullable Object> cells = new ArrayList<>();
        line.getFields().forEach(cell -> cells.add(cell.isEmpty() ? null : cell));
        cells.add(view + ".csv");
        cells.add(String.valueOf(line.getStartingLineNumber()));
        rows.add(RowFactory.create(cells.toArray()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StructType schema = new StructType();
    for (String column : header) {
      schema = schema.add(column, DataTypes.StringType);
    }
    schema = schema.add("own_file", DataTypes.StringType).add("own_line", DataTypes.StringType);
    return typed(view, header, spark.createDataFrame(rows, schema));
  }

  private Dataset<Row> typed(String view, List<String> header, Dataset<Row> rows) {
    StructType schema = schemaOf(view);
    for (String column : header) {
      if (!List.of(schema.fieldNames()).contains(column)) {
        throw new IllegalArgumentException(view + " has no column " + column);
      }
    }
    List<Column> columns = new ArrayList<>();
    for (StructField field : schema.fields()) {
      Column cell =
          header.contains(field.name()) ? col(field.name()) : unsaid(view, field.name(), header);
      columns.add(cell.cast(field.dataType()).as(field.name()));
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  private static Column unsaid(String view, String column, List<String> header) {
    if (column.equals("source_file_id")) {
      return col("own_file");
    }
    if (column.equals("line")) {
      return col("own_line");
    }
    Source source = sourceOf(view);
    if (column.equals("as_at") && source != null) {
      Column[] days =
          source.asAt().rowColumns().stream()
              .filter(header::contains)
              .map(day -> functions.substring(col(day), 1, 10))
              .toArray(Column[]::new);
      if (days.length == 0) {
        throw new IllegalArgumentException(view + " must say as_at");
      }
      return functions.coalesce(days);
    }
    return functions.lit(null);
  }

  private static @Nullable Source sourceOf(String view) {
    return SOURCES.byName().values().stream()
        .filter(source -> source.table().equals(view))
        .findFirst()
        .orElse(null);
  }

  /** Columns of a landed view by its source, of a fact by what its file yields. */
  private StructType schemaOf(String view) {
    Source source = sourceOf(view);
    if (source != null) {
      return Intake.tableSchema(source);
    }
    StructType known = SCHEMAS.get(view);
    if (known == null) {
      SqlFile fact = FACTS.get(view);
      if (fact == null) {
        throw new IllegalArgumentException("No source and no fact is called " + view);
      }
      CaseViews empty = new CaseViews(spark.newSession(), policy, List.of(), parameters);
      known = empty.rows(fact, Map.of()).schema();
      SCHEMAS.put(view, known);
    }
    return known;
  }

  /** Days of the case's inventories; a day without any where it has none. */
  private Column inventoryDays() {
    Set<LocalDate> days = new HashSet<>();
    for (String view :
        List.of("landed_agents_mde", "landed_agents_deviceinfo", "landed_agents_osquery")) {
      provide(view);
      spark.table(view).select("as_at").distinct().collectAsList().stream()
          .map(row -> (LocalDate) row.get(0))
          .forEach(days::add);
    }
    if (days.isEmpty()) {
      days.add(LocalDate.EPOCH);
    }
    return functions.array(days.stream().map(functions::lit).toArray(Column[]::new));
  }
}

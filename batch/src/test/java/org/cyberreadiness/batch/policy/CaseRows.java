package org.cyberreadiness.batch.policy;

import static org.apache.spark.sql.functions.col;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.cyberreadiness.batch.intake.Intake;
import org.cyberreadiness.batch.validation.Source;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a view as a CSV file of a case says them. A row that does not say its file, line or day
 * gets the name of its CSV file, its line there, and the day its source would give it; a version
 * that does not say since when it is known has been known for ever.
 */
final class CaseRows {
  private static final Map<String, Source> SOURCES =
      Sources.all().byName().values().stream()
          .collect(Collectors.toMap(Source::table, Function.identity()));
  private static final String FOR_EVER = "1900-01-01";

  private CaseRows() {}

  /** The columns of a landed view; empty where no source lands it. */
  static Optional<StructType> landed(String view) {
    return Optional.ofNullable(SOURCES.get(view)).map(Intake::tableSchema);
  }

  /** The rows of a CSV file in the columns of its view. */
  static Dataset<Row> of(SparkSession spark, String view, StructType schema, Path csv) {
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
    StructType given = new StructType();
    for (String column : header) {
      if (!List.of(schema.fieldNames()).contains(column)) {
        throw new IllegalArgumentException(view + " has no column " + column);
      }
      given = given.add(column, DataTypes.StringType);
    }
    given = given.add("own_file", DataTypes.StringType).add("own_line", DataTypes.StringType);
    List<Column> columns = new ArrayList<>();
    for (StructField field : schema.fields()) {
      Column cell =
          header.contains(field.name()) ? col(field.name()) : unsaid(view, field.name(), header);
      columns.add(cell.cast(field.dataType()).as(field.name()));
    }
    return spark.createDataFrame(rows, given).select(columns.toArray(Column[]::new));
  }

  private static Column unsaid(String view, String column, List<String> header) {
    return switch (column) {
      case "source_file_id" -> col("own_file");
      case "line" -> col("own_line");
      case "known_from" -> functions.lit(FOR_EVER);
      case "as_at" -> dayOfRow(view, header);
      default -> functions.lit(null);
    };
  }

  private static Column dayOfRow(String view, List<String> header) {
    Source source = SOURCES.get(view);
    if (source == null) {
      return functions.lit(null);
    }
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
}

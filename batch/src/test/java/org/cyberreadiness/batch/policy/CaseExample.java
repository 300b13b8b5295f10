package org.cyberreadiness.batch.policy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.fact.SqlFile;

/**
 * One folder of an example: the rows that a file must yield of its CSV files, in the columns that
 * matter. Numbers are compared to the decimals that expected.csv gives.
 *
 * @param folder the folder
 * @param columns columns that matter
 * @param rows cells of each expected row
 */
record CaseExample(Path folder, List<String> columns, List<List<String>> rows) {
  private static final LocalDate NIGHT = LocalDate.parse("2030-01-01");

  static CaseExample in(Path folder) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(folder.resolve("expected.csv"))) {
      List<List<String>> lines = reader.stream().map(CsvRecord::getFields).toList();
      return new CaseExample(folder, lines.getFirst(), lines.subList(1, lines.size()));
    }
  }

  /** The night of the example: night.txt where it matters, else long after all it says. */
  private LocalDate night() throws IOException {
    Path night = folder.resolve("night.txt");
    return Files.exists(night) ? LocalDate.parse(Files.readString(night).strip()) : NIGHT;
  }

  /** Asserts that a file yields the expected rows of the example's views. */
  void holds(SparkSession spark, Policy policy, SqlFile file, Map<String, Object> own)
      throws IOException {
    Map<String, Object> parameters = new HashMap<>(policy.parameters());
    parameters.put("night", night());
    Path parent = Objects.requireNonNull(folder.getParent());
    List<Path> places = List.of(folder, parent, Objects.requireNonNull(parent.getParent()));
    List<Row> found =
        new CaseViews(spark, policy, places, parameters)
            .rows(file, own)
            .selectExpr(columns.toArray(String[]::new))
            .collectAsList();
    assertThat(found.stream().map(this::written).sorted().toList())
        .containsExactlyElementsOf(
            rows.stream().map(cells -> String.join(",", cells)).sorted().toList());
  }

  /** A row as text; a number with as many decimals as the expected file gives in that column. */
  private String written(Row row) {
    return IntStream.range(0, row.length())
        .mapToObj(
            i ->
                row.isNullAt(i)
                    ? ""
                    : row.get(i) instanceof Double number
                        ? BigDecimal.valueOf(number)
                            .setScale(decimals(i), RoundingMode.HALF_UP)
                            .toPlainString()
                        : row.get(i).toString())
        .collect(joining(","));
  }

  private int decimals(int column) {
    return rows.stream()
        .map(cells -> cells.get(column))
        .mapToInt(cell -> cell.contains(".") ? cell.length() - cell.indexOf('.') - 1 : 0)
        .max()
        .orElse(0);
  }
}

package org.cyberreadiness.batch.snapshot;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cyberreadiness.batch.snapshot.SnapshotInMemory.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder cases/&lt;macro&gt;/&lt;case&gt; is one example: CSV files of the facts, and for
 * each day asked a file expected-&lt;day&gt;.csv with the rows the macro must answer. Its README.md
 * says in a line what it shows. A file query.sql says what to ask when that is more than the macro
 * with the day. Numbers are compared to the decimals that the expected file gives.
 */
class FormulaCasesTest {
  private static final Pattern EXPECTED = Pattern.compile("expected-(\\d{4}-\\d{2}-\\d{2})\\.csv");

  private static SnapshotInMemory file;

  @BeforeAll
  static void opens() throws SQLException {
    file = SnapshotInMemory.empty();
  }

  @AfterAll
  static void closes() throws SQLException {
    file.close();
  }

  @TestFactory
  List<DynamicNode> everyExampleHolds() throws IOException, URISyntaxException {
    var cases = cases();
    var macros = new ArrayList<DynamicNode>();
    for (var macro : folders(cases)) {
      var examples = new ArrayList<DynamicNode>();
      for (var example : folders(macro)) {
        var title = Files.readAllLines(example.resolve("README.md")).getFirst();
        examples.add(dynamicTest(title, example.toUri(), () -> holds(cases, macro, example)));
      }
      macros.add(dynamicContainer(macro.getFileName().toString(), examples));
    }
    return macros;
  }

  private static void holds(Path cases, Path macro, Path example) throws SQLException, IOException {
    var answers = expected(example);
    assertThat(answers).as("expected-<day>.csv in %s", example).isNotEmpty();
    file.clear();
    file.load(example, cases);
    for (var expected : answers) {
      var rows = file.rows(question(macro, example, expected));
      assertThat(inOrder(asWritten(rows, expected)))
          .as("%s on %s", macro.getFileName(), expected.day())
          .containsExactlyElementsOf(
              inOrder(expected.rows().stream().map(cells -> String.join(",", cells)).toList()));
    }
  }

  private static String question(Path macro, Path example, Expected expected) throws IOException {
    var own = example.resolve("query.sql");
    var shared = macro.resolve("query.sql");
    var from =
        Files.exists(own)
            ? Files.readString(own)
            : Files.exists(shared)
                ? Files.readString(shared)
                : "from " + macro.getFileName() + "(:day)";
    return "select "
        + String.join(", ", expected.columns())
        + " "
        + from.replace(":day", "date '" + expected.day() + "'");
  }

  /** Cells as text; a number with as many decimals as the expected file gives in that column. */
  private static List<String> asWritten(List<Row> rows, Expected expected) {
    return rows.stream()
        .map(
            row ->
                Stream.iterate(0, i -> i + 1)
                    .limit(expected.columns().size())
                    .map(
                        i ->
                            row.cells().get(i) instanceof Double number
                                ? BigDecimal.valueOf(number)
                                    .setScale(expected.decimals(i), RoundingMode.HALF_UP)
                                    .toPlainString()
                                : row.text(i))
                    .collect(joining(",")))
        .toList();
  }

  private static List<String> inOrder(List<String> lines) {
    return lines.stream().sorted().toList();
  }

  private static List<Expected> expected(Path example) throws IOException {
    try (var files = Files.list(example)) {
      return files
          .map(FormulaCasesTest::expectedOrNothing)
          .flatMap(List::stream)
          .sorted(comparing(Expected::day))
          .toList();
    }
  }

  private static List<Expected> expectedOrNothing(Path file) {
    var name = EXPECTED.matcher(file.getFileName().toString());
    if (!name.matches()) {
      return List.of();
    }
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      var lines = reader.stream().map(CsvRecord::getFields).toList();
      return List.of(
          new Expected(
              LocalDate.parse(name.group(1)), lines.getFirst(), lines.subList(1, lines.size())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted(Comparator.naturalOrder()).toList();
    }
  }

  private static Path cases() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(FormulaCasesTest.class.getResource("/cases")).toURI());
  }

  private record Expected(LocalDate day, List<String> columns, List<List<String>> rows) {
    int decimals(int column) {
      return rows.stream()
          .map(cells -> cells.get(column))
          .mapToInt(cell -> cell.contains(".") ? cell.length() - cell.indexOf('.') - 1 : 0)
          .max()
          .orElse(0);
    }
  }
}

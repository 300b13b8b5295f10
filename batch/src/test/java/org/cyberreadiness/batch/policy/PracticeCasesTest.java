package org.cyberreadiness.batch.policy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.resource.RuleFiles;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder practice-cases/&lt;practice&gt;/&lt;case&gt; is one example: CSV files named after
 * the views they fill, with the columns that matter, and expected.csv with the outcomes the
 * practice must yield, in the columns that matter. Its README.md says in a line what it shows. A
 * file night.txt gives the night where it matters (2030-01-01 if not); CSV files beside the
 * practices are for the cases of all. Thresholds are those of practices.yaml. Numbers are compared
 * to the decimals that the expected file gives. {@code -Dreadiness.cases=toolkit} runs those of one
 * practice.
 */
class PracticeCasesTest {
  private static final LocalDate NIGHT = LocalDate.parse("2030-01-01");

  private final Policy policy =
      Policy.load(
          RuleFiles.own(),
          OwnFiles.text("snapshot/vocabulary/organisation_type.csv")
              .lines()
              .skip(1)
              .map(line -> line.substring(0, line.indexOf(',')))
              .toList());

  @TestFactory
  List<DynamicNode> everyExampleHolds() throws IOException, URISyntaxException {
    CaseSessions sessions = new CaseSessions();
    List<DynamicNode> practices = new ArrayList<>();
    String asked = System.getProperty("readiness.cases", "");
    for (Path practice : folders(cases())) {
      if (!asked.isEmpty() && !practice.endsWith(asked)) {
        continue;
      }
      List<DynamicNode> examples = new ArrayList<>();
      for (Path example : folders(practice)) {
        String title = Files.readAllLines(example.resolve("README.md")).getFirst();
        Future<?> held = sessions.run(spark -> holds(spark, example));
        examples.add(dynamicTest(title, example.toUri(), () -> answerOf(held)));
      }
      practices.add(dynamicContainer(practice.getFileName().toString(), examples));
    }
    sessions.close();
    return practices;
  }

  private static void answerOf(Future<?> held) throws Throwable {
    try {
      held.get();
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  @Test
  void everyPracticeHasACaseThatMeetsItAndOneThatDoesNot() throws Exception {
    for (Practice practice : policy.practices()) {
      Set<String> outcomes = new TreeSet<>();
      for (Path example : folders(cases().resolve(practice.name()))) {
        Expected expected = expected(example);
        int column = expected.columns().indexOf("outcome");
        expected.rows().forEach(cells -> outcomes.add(cells.get(column)));
      }
      assertThat(outcomes).as(practice.name()).contains("met", "not_met");
    }
  }

  private void holds(SparkSession spark, Path example) throws IOException {
    Path folder = Objects.requireNonNull(example.getParent());
    Practice practice =
        policy.practices().stream()
            .filter(p -> p.name().equals(folder.getFileName().toString()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("practices.yaml has no " + folder.getFileName()));
    Map<String, Object> parameters = new HashMap<>(policy.parameters());
    Path night = example.resolve("night.txt");
    parameters.put(
        "night", Files.exists(night) ? LocalDate.parse(Files.readString(night).strip()) : NIGHT);
    CaseViews views =
        new CaseViews(
            spark,
            policy,
            List.of(example, folder, Objects.requireNonNull(folder.getParent())),
            parameters);
    Expected expected = expected(example);
    List<Row> found =
        views
            .rows(policy.sql(practice), practice.parameters())
            .selectExpr(expected.columns().toArray(String[]::new))
            .collectAsList();
    assertThat(found.stream().map(row -> written(row, expected)).sorted().toList())
        .containsExactlyElementsOf(
            expected.rows().stream().map(cells -> String.join(",", cells)).sorted().toList());
  }

  /** A row as text; a number with as many decimals as the expected file gives in that column. */
  private static String written(Row row, Expected expected) {
    return IntStream.range(0, row.length())
        .mapToObj(
            i ->
                row.isNullAt(i)
                    ? ""
                    : row.get(i) instanceof Double number
                        ? BigDecimal.valueOf(number)
                            .setScale(expected.decimals(i), RoundingMode.HALF_UP)
                            .toPlainString()
                        : row.get(i).toString())
        .collect(joining(","));
  }

  private static Expected expected(Path example) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(example.resolve("expected.csv"))) {
      List<List<String>> lines = reader.stream().map(CsvRecord::getFields).toList();
      return new Expected(lines.getFirst(), lines.subList(1, lines.size()));
    }
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted(Comparator.naturalOrder()).toList();
    }
  }

  private static Path cases() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(PracticeCasesTest.class.getResource("/practice-cases")).toURI());
  }

  private record Expected(List<String> columns, List<List<String>> rows) {
    int decimals(int column) {
      return rows.stream()
          .map(cells -> cells.get(column))
          .mapToInt(cell -> cell.contains(".") ? cell.length() - cell.indexOf('.') - 1 : 0)
          .max()
          .orElse(0);
    }
  }
}

package org.cyberreadiness.batch.policy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.resource.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a night says of any earlier day is what the night of that day said: on random histories, the
 * outcomes of a day's night equal those that a later night knows from that day.
 */
class KnownOnADayTest {
  private static final List<String> PRACTICES =
      List.of(
          "supported-systems",
          "windows-migration",
          "agent-coverage",
          "patching",
          "alert-acknowledgement",
          "alert-remediation",
          "incident-reporting",
          "inspection");
  private static final LocalDate LAST = LocalDate.parse("2022-12-31");
  private static final int HISTORIES = Integer.getInteger("readiness.histories", 1);

  private final Policy policy =
      Policy.load(
          RuleFiles.own(),
          OwnFiles.text("snapshot/vocabulary/organisation_type.csv")
              .lines()
              .skip(1)
              .map(line -> line.substring(0, line.indexOf(',')))
              .toList());

  @Test
  void aLaterNightKnowsWhatTheEarlierOneSaid(@TempDir Path folder) throws Exception {
    List<Future<?>> asked = new ArrayList<>();
    try (CaseSessions sessions = new CaseSessions()) {
      for (int seed = 0; seed < HISTORIES; seed++) {
        Path history = Files.createDirectory(folder.resolve("history" + seed));
        RandomHistory.write(history, new Random(seed));
        for (String practice : PRACTICES) {
          int number = seed;
          asked.add(sessions.run(spark -> holds(spark, history, practice, number)));
        }
      }
    }
    for (Future<?> answer : asked) {
      answer.get();
    }
  }

  private void holds(SparkSession spark, Path history, String practice, int seed)
      throws IOException {
    List<Row> later = outcomes(spark, history, practice, LAST);
    assertThat(later).as(practice).isNotEmpty();
    Random random = new Random(seed);
    for (int i = 0; i < 2; i++) {
      LocalDate day = LAST.minusDays(random.nextInt(260));
      assertThat(written(outcomes(spark, history, practice, day), day))
          .as("%s on %s, history %s", practice, day, seed)
          .isEqualTo(written(later, day));
    }
  }

  private List<Row> outcomes(SparkSession spark, Path history, String name, LocalDate night) {
    Practice practice =
        policy.practices().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    Map<String, Object> parameters = new HashMap<>(policy.parameters());
    parameters.put("night", night);
    return new CaseViews(spark, policy, List.of(history), parameters)
        .rows(policy.sql(practice), practice.parameters())
        .collectAsList();
  }

  /** The versions that stood on a day, whatever became of them later. */
  private static String written(List<Row> outcomes, LocalDate day) {
    return outcomes.stream()
        .filter(row -> !day(row, "known_from").isAfter(day))
        .filter(
            row -> row.isNullAt(row.fieldIndex("known_to")) || day(row, "known_to").isAfter(day))
        .map(KnownOnADayTest::withoutItsEnd)
        .sorted()
        .collect(joining("\n"));
  }

  private static String withoutItsEnd(Row row) {
    return List.of(row.schema().fieldNames()).stream()
        .filter(column -> !column.equals("known_to"))
        .map(column -> column + " " + row.get(row.fieldIndex(column)))
        .collect(joining(", "));
  }

  private static LocalDate day(Row row, String column) {
    return (LocalDate) row.get(row.fieldIndex(column));
  }
}

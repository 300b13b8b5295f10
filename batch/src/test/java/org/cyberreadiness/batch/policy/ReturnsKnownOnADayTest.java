package org.cyberreadiness.batch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.resource.RuleFiles;
import org.cyberreadiness.batch.run.Session;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was known on a day is the same, whether it is asked of what had been landed by that day or
 * of the versions that all later knowledge left: for every version up to the day, in any order of
 * rows.
 */
class ReturnsKnownOnADayTest {
  private static final List<String> FACTS =
      List.of(
          "organisation_in_ods",
          "organisation_in_toolkit",
          "organisation_place",
          "icb_version",
          "organisation_version",
          "succession",
          "charge",
          "toolkit_status",
          "ig_toolkit_result");
  private static final List<String> PRACTICES =
      List.of("toolkit", "senior-lead", "assurance", "training");

  /** Of a succession the newest statement gives the reason; only that it is so has a day. */
  private static final String RESTATED = "reason";

  private static final LocalDate LAST = LocalDate.parse("2023-12-31");

  @TempDir private Path folder;

  private final Policy policy =
      Policy.load(
          RuleFiles.own(),
          OwnFiles.text("snapshot/vocabulary/organisation_type.csv")
              .lines()
              .skip(1)
              .map(line -> line.substring(0, line.indexOf(',')))
              .toList());

  @ParameterizedTest
  @ValueSource(longs = 1)
  void versionsUpToADayAreThoseThatWereKnownOnIt(long seed) throws IOException {
    RandomReturns landings = new RandomReturns(seed);
    Map<String, List<Row>> afterwards = computed(landings, LAST, seed);
    for (String day : List.of("2018-04-10", "2022-07-01", "2022-09-09")) {
      LocalDate then = LocalDate.parse(day);
      computed(landings, then, seed + 100)
          .forEach(
              (name, rows) ->
                  assertThat(known(rows, then))
                      .as(name + " on " + day)
                      .isNotEmpty()
                      .isEqualTo(known(Objects.requireNonNull(afterwards.get(name)), then)));
    }
  }

  /** Versions that began by a day, as they stood on it. */
  private static List<String> known(List<Row> rows, LocalDate day) {
    List<String> known = new ArrayList<>();
    for (Row row : rows) {
      int from = row.fieldIndex("known_from");
      LocalDate knownFrom = row.getAs(from);
      if (!knownFrom.isAfter(day)) {
        int to =
            row.schema().getFieldIndex("known_to").isDefined() ? row.fieldIndex("known_to") : -1;
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.length(); i++) {
          LocalDate knownTo = i == to ? row.getAs(i) : null;
          cells.add(
              knownTo != null && knownTo.isAfter(day)
                  ? "null"
                  : row.schema().fieldNames()[i] + " " + row.get(i));
        }
        known.add(String.join(", ", cells).replace("known_to null", "null"));
      }
    }
    return known.stream().sorted().toList();
  }

  private Map<String, List<Row>> computed(RandomReturns landings, LocalDate night, long order)
      throws IOException {
    Path landed = folder.resolve(night.toString());
    landings.write(landed, night, order);
    SparkSession spark = Session.open().newSession();
    spark.conf().set("spark.sql.shuffle.partitions", "1");
    spark.conf().set("spark.sql.adaptive.enabled", "false");
    spark.conf().set("spark.sql.codegen.wholeStage", "false");
    Map<String, Object> parameters = new HashMap<>(policy.parameters());
    parameters.put("night", night);
    CaseViews views = new CaseViews(spark, policy, List.of(landed), parameters);
    Map<String, List<Row>> computed = new TreeMap<>();
    for (Practice practice : practices().toList()) {
      computed.put(
          practice.name(), views.rows(policy.sql(practice), practice.parameters()).collectAsList());
    }
    for (String fact : FACTS) {
      computed.put(
          fact,
          (fact.equals("succession") ? spark.table(fact).drop(RESTATED) : spark.table(fact))
              .collectAsList());
    }
    computed.values().stream()
        .flatMap(List::stream)
        .forEach(
            row ->
                assertThat(row.<LocalDate>getAs("known_from"))
                    .as("begins by the night: " + row)
                    .isBeforeOrEqualTo(night));
    return computed;
  }

  private Stream<Practice> practices() {
    return policy.practices().stream().filter(p -> PRACTICES.contains(p.name()));
  }
}

package org.cyberreadiness.batch.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.run.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fact is computed again when something it follows from is another, and only then. */
class FactRunTest {
  private static final LocalDate JUNE = LocalDate.parse("2022-06-30");
  private static final LocalDate JULY = LocalDate.parse("2022-07-31");
  private static final LocalDate AUGUST = LocalDate.parse("2022-08-31");

  @TempDir private Path folder;

  private static Fact fact(String name, String header, String reads, String sql) {
    String text =
        "-- %s: one row is an example.\n%s-- reads: %s\n-- rule: none.\n-- null: nothing.\n%s"
            .formatted(name, header, reads, sql);
    return Fact.of(SqlFile.of(name, name, text));
  }

  private final Fact byNight =
      fact(
          "sum_by_night",
          "-- by: night\n",
          "counted, other",
          "select night, sum(devices) as devices from counted cross join other group by night");
  private final Fact after =
      fact("last_night", "", "sum_by_night", "select max(night) as night from sum_by_night");

  /** Runs both facts on counts by night; returns what was computed. */
  private List<String> run(SparkSession spark, String counts, String other, Set<LocalDate> whole)
      throws Exception {
    FactStore store = new FactStore(spark, folder.toString());
    FactRun run = new FactRun(spark, store, Map.of(), new Parts(whole), 2);
    NavigableMap<LocalDate, String> nights = new TreeMap<>();
    for (String count : counts.split(" ", -1)) {
      nights.put(LocalDate.parse(count.substring(0, 10)), count.substring(11));
    }
    List<String> rows = new ArrayList<>();
    nights.forEach((night, devices) -> rows.add("(date'" + night + "', " + devices + "L)"));
    run.inputByNight(
        "counted",
        spark.sql("select * from values " + String.join(", ", rows) + " as t(night, devices)"),
        nights);
    run.input("other", spark.range(1).toDF(), other);
    List<String> computed = Collections.synchronizedList(new ArrayList<>());
    run.run(
        List.of(after, byNight),
        (name, seconds, isUnchanged) -> computed.add(isUnchanged ? "kept " + name : name));
    store.forgetOthers();
    return computed;
  }

  private static List<String> rows(SparkSession spark) {
    return spark.table("sum_by_night").collectAsList().stream()
        .map(Row::mkString)
        .sorted()
        .toList();
  }

  @Test
  void ofAFactByNightOnlyTheNightsThatChangedAreComputed() throws Exception {
    SparkSession spark = Session.open().newSession();
    String two = "2022-06-30=1 2022-07-31=2";
    assertThat(run(spark, two, "a", Set.of(JUNE, JULY)))
        .containsExactly("sum_by_night", "last_night");
    assertThat(run(spark, two, "a", Set.of(JUNE, JULY)))
        .containsExactly("kept sum_by_night", "kept last_night");
    long before = parts();
    assertThat(run(spark, two + " 2022-08-31=3", "a", Set.of(JUNE, JULY, AUGUST)))
        .containsExactly("sum_by_night", "last_night");
    assertThat(parts()).as("one part more, the others as they were").isEqualTo(before + 1);
    assertThat(rows(spark)).containsExactly("2022-06-301", "2022-07-312", "2022-08-313");
    run(spark, "2022-06-30=5 2022-07-31=2", "a", Set.of(JULY));
    assertThat(rows(spark)).containsExactly("2022-06-305", "2022-07-312");
    assertThat(run(spark, "2022-06-30=5 2022-07-31=2", "b", Set.of(JULY)))
        .as("what is not by night touches every night")
        .containsExactly("sum_by_night", "last_night");
  }

  private long parts() throws Exception {
    try (var files = java.nio.file.Files.walk(folder.resolve("sum_by_night"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).count();
    }
  }
}

package org.cyberreadiness.batch.counting;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.cyberreadiness.batch.history.Lake;

/** Counts of software: a day is counted from its rows and from the inventories that place them. */
final class SoftwareCounts {
  private static final String SOURCE = "software";

  private final Lake lake;
  private final Evaluation evaluation;
  private final Counts counts;

  SoftwareCounts(Lake lake, Evaluation evaluation, Counts counts) {
    this.lake = lake;
    this.evaluation = evaluation;
    this.counts = counts;
  }

  /** Hash of the rule by which software is counted. */
  static String rule(Evaluation evaluation) {
    return evaluation.rule("software_place", "software_count");
  }

  /** Days of software that inventories of the given days place. */
  NavigableSet<LocalDate> placedBy(Collection<LocalDate> inventories) throws IOException {
    NavigableSet<LocalDate> placed = new TreeSet<>();
    if (inventories.isEmpty()) {
      return placed;
    }
    for (LocalDate day : lake.table(Retention.table(SOURCE)).days()) {
      if (inventories.stream()
          .anyMatch(a -> !a.isAfter(day) && a.plusDays(Retention.PLACED_DAYS).isAfter(day))) {
        placed.add(day);
      }
    }
    return placed;
  }

  /**
   * Counts the given days anew.
   *
   * @param touched days; one of which there are no rows any more is empty afterwards
   * @param past those of them whose earlier rows were let go of: a late file adds to their counts
   */
  void recount(Collection<LocalDate> touched, Collection<LocalDate> past) throws IOException {
    if (touched.isEmpty()) {
      return;
    }
    evaluation.smallView("software_file", touched);
    evaluation.view("software_place", touched);
    counts.replace(evaluation.rows("software_count", touched), touched, past);
    Dataset<Row> counted =
        lake.table(CountTable.SOFTWARE.name())
            .rows(CountTable.SOFTWARE.columns())
            .where(functions.col(CountTable.NIGHT).isin(touched.toArray()));
    List<CountedDay> now = new ArrayList<>();
    for (Row row :
        counted
            .groupBy(CountTable.NIGHT)
            .agg(
                functions.sum("devices"),
                functions.sum(
                    functions
                        .xxhash64(
                            java.util.Arrays.stream(counted.columns())
                                .map(functions::col)
                                .toArray(org.apache.spark.sql.Column[]::new))
                        .cast("decimal(38,0)")))
            .collectAsList()) {
      LocalDate night = (LocalDate) row.get(0);
      now.add(
          new CountedDay(
              night,
              SOURCE,
              row.getLong(1),
              row.getLong(1),
              past.contains(night) ? counts.ruleOf(night) : counts.rule(),
              String.valueOf(row.get(2))));
    }
    counts.days().replace(new TreeSet<>(touched), now);
  }
}

package org.cyberreadiness.batch.counting;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** Counts of devices: an inventory day is counted from the rows of its agents. */
final class DeviceCounts {
  private final Evaluation evaluation;
  private final Counts counts;

  DeviceCounts(Evaluation evaluation, Counts counts) {
    this.evaluation = evaluation;
    this.counts = counts;
  }

  /** Hash of the rule by which devices are counted. */
  static String rule(Evaluation evaluation) {
    return evaluation.rule("device", "device_count");
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
    evaluation.smallView("inventory_file", touched);
    evaluation.view("device", touched);
    List<CountedDay> before = counts.days().of(past);
    counts.replace(evaluation.rows("device_count", touched), touched, past);
    evaluation.view(CountTable.DEVICES.name(), CountTable.DEVICES.columns());
    List<CountedDay> now = new ArrayList<>();
    for (Row row : evaluation.rows("counted_day", touched).collectAsList()) {
      LocalDate night = row.getAs(CountTable.NIGHT);
      String source = row.getAs("source");
      long rows = row.<Long>getAs("rows");
      for (CountedDay day : before) {
        rows += day.night().equals(night) && day.source().equals(source) ? day.rows() : 0;
      }
      long devices = row.<Long>getAs("devices");
      now.add(
          new CountedDay(
              night,
              source,
              Math.max(rows, devices),
              devices,
              past.contains(night) ? counts.ruleOf(night) : counts.rule(),
              row.getAs("content")));
    }
    counts.days().replace(new TreeSet<>(touched), now);
  }
}

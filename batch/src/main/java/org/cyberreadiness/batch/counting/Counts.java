package org.cyberreadiness.batch.counting;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cyberreadiness.batch.history.Lake;

/** The counts of one kind in the lake: by day, with what is known of the days, and month ends. */
final class Counts {
  private final Lake lake;
  private final CountTable kind;
  private final CountedDays days;
  private final String rule;

  Counts(Lake lake, CountTable kind, CountedDays days, String rule) {
    this.lake = lake;
    this.kind = kind;
    this.days = days;
    this.rule = rule;
  }

  CountedDays days() {
    return days;
  }

  /** Hash of the rule of today. */
  String rule() {
    return rule;
  }

  /** Hash of the rule that a day was counted by. */
  String ruleOf(LocalDate night) {
    return days.of(List.of(night)).stream().map(CountedDay::rule).findFirst().orElse(rule);
  }

  /**
   * Takes the counts of some days, and brings their months up to date.
   *
   * @param past days of which these counts are added to those that were
   */
  void replace(Dataset<Row> counted, Collection<LocalDate> touched, Collection<LocalDate> past)
      throws IOException {
    Dataset<Row> rows = counted.withColumn(CountTable.RULE, lit(rule));
    if (!past.isEmpty() && lake.table(kind.name()).exists()) {
      rows =
          rows.unionByName(
              lake.table(kind.name())
                  .rows(counted.sparkSession(), kind.stored())
                  .where(col(CountTable.NIGHT).isin(past.toArray())));
    }
    boolean countedBefore = touched.stream().anyMatch(days.all()::contains);
    lake.table(kind.name()).replaceDays(rows, CountTable.NIGHT, touched);
    new MonthEnds(lake, kind).restate(touched, countedBefore);
  }

  /** The newest days up to a night. */
  NavigableSet<LocalDate> newest(int count, LocalDate night) {
    List<LocalDate> known = new ArrayList<>(days.all().headSet(night, true));
    return new TreeSet<>(known.subList(Math.max(0, known.size() - count), known.size()));
  }

  /** The newest days whole, and of older ones every source's and group's last of its month. */
  Dataset<Row> knownOn(LocalDate night, NavigableSet<LocalDate> whole) throws IOException {
    boolean isNewest = days.all().tailSet(night.plusDays(1)).isEmpty();
    Dataset<Row> newest =
        lake.table(kind.name())
            .rows(kind.columns())
            .where(col(CountTable.NIGHT).isin(whole.toArray()));
    return new MonthEnds(lake, kind)
        .knownOn(night, isNewest)
        .where(not(col(CountTable.NIGHT).isin(whole.toArray())))
        .unionByName(newest);
  }

  /**
   * What tells the rows of each day, as {@link #knownOn} shows it, from all others: the day's own
   * counts where it is whole, else the counts of all days of its month up to the night.
   */
  NavigableMap<LocalDate, String> states(LocalDate night, NavigableSet<LocalDate> whole) {
    NavigableMap<LocalDate, String> states = new TreeMap<>();
    NavigableMap<LocalDate, String> months = new TreeMap<>();
    NavigableSet<LocalDate> known = days.all().headSet(night, true);
    for (LocalDate day : known) {
      LocalDate month = day.withDayOfMonth(1);
      states.put(
          day,
          whole.contains(day)
              ? days.content(day)
              : months.computeIfAbsent(
                  month,
                  m ->
                      days.content(
                          known.stream().filter(d -> d.withDayOfMonth(1).equals(m)).toList())));
    }
    return states;
  }
}

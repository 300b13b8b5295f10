package org.cyberreadiness.batch.counting;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.history.LakeTable;
import org.cyberreadiness.batch.resource.Fingerprint;

/** The days of one kind of count: a small table that is read once a night. */
final class CountedDays {
  static final StructType SCHEMA =
      new StructType()
          .add(CountTable.NIGHT, DataTypes.DateType)
          .add("source", DataTypes.StringType)
          .add("rows", DataTypes.LongType)
          .add("repeats", DataTypes.LongType)
          .add("devices", DataTypes.LongType)
          .add(CountTable.RULE, DataTypes.StringType)
          .add("content", DataTypes.StringType);

  private final SparkSession spark;
  private final LakeTable table;
  private final List<CountedDay> days = new ArrayList<>();

  CountedDays(SparkSession spark, LakeTable table) throws IOException {
    this.spark = spark;
    this.table = table;
    for (Row row : table.rows(SCHEMA).collectAsList()) {
      days.add(
          new CountedDay(
              row.getAs(CountTable.NIGHT),
              row.getAs("source"),
              row.<Long>getAs("rows"),
              row.<Long>getAs("devices"),
              row.getAs(CountTable.RULE),
              row.getAs("content")));
    }
  }

  /** Days of which anything is counted. */
  NavigableSet<LocalDate> all() {
    return days.stream()
        .filter(day -> day.devices() > 0)
        .map(CountedDay::night)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Days counted by another rule than this. */
  NavigableSet<LocalDate> ofOtherRules(String rule) {
    return days.stream()
        .filter(day -> !day.rule().equals(rule))
        .map(CountedDay::night)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is known of the given days. */
  List<CountedDay> of(Collection<LocalDate> nights) {
    return days.stream().filter(day -> nights.contains(day.night())).toList();
  }

  /** What tells the counts of a day from all others. */
  String content(LocalDate night) {
    return content(List.of(night));
  }

  /** What tells the counts of some days from all others. */
  String content(Collection<LocalDate> nights) {
    return Fingerprint.of(
        of(nights).stream()
            .map(day -> day.night() + day.source() + day.rule() + day.content())
            .sorted()
            .toArray(String[]::new));
  }

  /** Takes what is now known of the given days. */
  void replace(Collection<LocalDate> nights, List<CountedDay> now) throws IOException {
    days.removeIf(day -> nights.contains(day.night()));
    days.addAll(now);
    table.replaceAll(frame(days));
  }

  /** All that is known up to a night, as rows. */
  Dataset<Row> until(LocalDate night) {
    return frame(days.stream().filter(day -> !day.night().isAfter(night)).toList());
  }

  /** What tells the days up to a night from all others. */
  String state(LocalDate night) {
    return Fingerprint.of(
        days.stream()
            .filter(day -> !day.night().isAfter(night))
            .map(CountedDay::toString)
            .sorted()
            .toArray(String[]::new));
  }

  private Dataset<Row> frame(List<CountedDay> given) {
    return spark
        .createDataFrame(
            given.stream()
                .map(
                    day ->
                        RowFactory.create(
                            day.night(),
                            day.source(),
                            day.rows(),
                            day.repeats(),
                            day.devices(),
                            day.rule(),
                            day.content()))
                .toList(),
            SCHEMA)
        .coalesce(1);
  }
}

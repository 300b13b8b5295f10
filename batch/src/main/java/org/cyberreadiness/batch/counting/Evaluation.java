package org.cyberreadiness.batch.counting;

import static org.apache.spark.sql.functions.array;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.history.Lake;
import org.cyberreadiness.batch.resource.Fingerprint;
import org.cyberreadiness.batch.resource.RuleFiles;

/**
 * Runs the files of {@code counting/} in a session of its own, in which the landed rows of devices
 * and software are views: nothing that is counted depends on what a fact calls by the same name.
 */
final class Evaluation {
  private final SparkSession own;
  private final Lake lake;
  private final Map<String, StructType> landed;
  private final RuleFiles files;
  private final int staleDays;

  /**
   * @param landed columns of the landed tables that are counted, by table
   */
  Evaluation(
      SparkSession spark,
      Lake lake,
      Map<String, StructType> landed,
      RuleFiles files,
      int staleDays) {
    own = spark.newSession();
    this.lake = lake;
    this.landed = Map.copyOf(landed);
    this.files = files;
    this.staleDays = staleDays;
  }

  /** Makes views of the landed rows as they are now. */
  void land() throws IOException {
    for (Map.Entry<String, StructType> table : landed.entrySet()) {
      lake.table(table.getKey())
          .rows(own, table.getValue())
          .createOrReplaceTempView(table.getKey());
    }
  }

  /** Hash of files and of what they count by: counts of another are counted by another rule. */
  String rule(String... names) {
    StringBuilder all = new StringBuilder().append(staleDays);
    for (String name : names) {
      all.append(text(name));
    }
    return Fingerprint.of(all.toString()).substring(0, 12);
  }

  /** Makes a view of what a file yields for the given days. */
  void view(String name, Collection<LocalDate> touched) {
    rows(name, touched).createOrReplaceTempView(name);
  }

  /** Makes a small view whose rows are found out at once. */
  void smallView(String name, Collection<LocalDate> touched) {
    Dataset<Row> rows = rows(name, touched);
    own.createDataFrame(rows.collectAsList(), rows.schema()).createOrReplaceTempView(name);
  }

  /** Makes a view of rows of the lake. */
  void view(String name, StructType columns) throws IOException {
    lake.table(name).rows(own, columns).createOrReplaceTempView(name);
  }

  /** What a file yields for the given days. */
  Dataset<Row> rows(String name, Collection<LocalDate> touched) {
    String text = text(name);
    Map<String, Object> named = new TreeMap<>();
    if (text.contains(":touched")) {
      named.put("touched", array(touched.stream().map(functions::lit).toArray(Column[]::new)));
    }
    if (text.contains(":stale_days")) {
      named.put("stale_days", staleDays);
    }
    return own.sql(text, named);
  }

  private String text(String name) {
    return SqlFile.of(files, "counting/" + name + ".sql").text();
  }
}

package org.cyberreadiness.batch.counting;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.cyberreadiness.batch.history.Lake;

/**
 * Brings counts of an older release into today's form, once: what they came from is asked of the
 * ledger by their first row, and their rule is not known, so days whose rows are kept are counted
 * anew.
 */
final class OlderCounts {
  private static final String FIRST = "first_row";

  private final SparkSession spark;
  private final Lake lake;

  OlderCounts(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  void bring() throws IOException {
    for (CountTable kind : List.of(CountTable.DEVICES, CountTable.SOFTWARE)) {
      if (lake.table(kind.name()).exists() && !lake.table(kind.days()).exists()) {
        bring(kind);
      }
    }
  }

  private void bring(CountTable kind) throws IOException {
    Dataset<Row> old = lake.table(kind.name()).raw();
    if (Arrays.asList(old.columns()).contains(FIRST)) {
      Dataset<Row> files =
          lake.table("source_file")
              .raw()
              .select(col("source_file_id").as("file"), col("source").as("file_source"))
              .distinct();
      List<Column> columns = new ArrayList<>();
      for (StructField field : kind.stored().fields()) {
        columns.add(
            switch (field.name()) {
              case CountTable.NIGHT -> col("as_at").as(CountTable.NIGHT);
              case "source" -> coalesce(col("file_source"), lit("software")).as("source");
              case "source_file_id" -> col(FIRST + ".source_file_id").as("source_file_id");
              case "line" -> col(FIRST + ".line").as("line");
              case CountTable.RULE -> lit("").as(CountTable.RULE);
              default -> col(field.name());
            });
      }
      lake.table(kind.name())
          .replaceAll(
              old.join(files, col(FIRST + ".source_file_id").equalTo(col("file")), "left")
                  .select(columns.toArray(Column[]::new)),
              CountTable.NIGHT);
    }
    days(kind);
  }

  private void days(CountTable kind) throws IOException {
    Dataset<Row> counts = lake.table(kind.name()).rows(kind.columns());
    Column[] all = Arrays.stream(counts.columns()).map(functions::col).toArray(Column[]::new);
    List<CountedDay> days = new ArrayList<>();
    for (Row row :
        counts
            .groupBy(CountTable.NIGHT, "source")
            .agg(sum("devices"), sum(functions.xxhash64(all).cast("decimal(38,0)")))
            .collectAsList()) {
      days.add(
          new CountedDay(
              row.getAs(0),
              row.getAs(1),
              row.getLong(2),
              row.getLong(2),
              "",
              String.valueOf(row.get(3))));
    }
    if (!days.isEmpty()) {
      new CountedDays(spark, lake.table(kind.days()))
          .replace(days.stream().map(CountedDay::night).toList(), days);
      new MonthEnds(lake, kind).restate(days.stream().map(CountedDay::night).toList(), true);
    }
  }
}

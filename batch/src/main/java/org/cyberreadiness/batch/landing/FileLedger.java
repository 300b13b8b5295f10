package org.cyberreadiness.batch.landing;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of landing files, as tables of the lake: every file that was taken in or refused, the
 * rows set aside and the values left out. What it shows on a night follows from the days the files
 * speak of alone: a file is there from its first day on, whenever it arrived.
 */
public final class FileLedger {
  /** Table of files. */
  public static final String FILES = "source_file";

  /** Table of rows set aside. */
  public static final String REJECTED = "rejected_row";

  /** Table of values left out of rows that were taken in. */
  public static final String FINDINGS = "finding";

  /** Columns of the table of files, as the lake keeps them. */
  public static final StructType FILES_SCHEMA =
      new StructType()
          .add("source_file_id", DataTypes.StringType)
          .add("source", DataTypes.StringType)
          .add("name", DataTypes.StringType)
          .add("sha256", DataTypes.StringType)
          .add("as_at", DataTypes.DateType)
          .add("night", DataTypes.DateType)
          .add("status", DataTypes.StringType)
          .add("layout", DataTypes.StringType)
          .add("rows_read", DataTypes.LongType)
          .add("rows_accepted", DataTypes.LongType)
          .add("rows_rejected", DataTypes.LongType)
          .add("rows_normalised", DataTypes.LongType)
          .add("message", DataTypes.StringType)
          .add("synthetic", DataTypes.BooleanType)
          .add("size", DataTypes.LongType)
          .add("modified", DataTypes.LongType)
          .add("days", DataTypes.createArrayType(DataTypes.DateType));

  /** Columns of the table of rows set aside. */
  public static final StructType REJECTED_SCHEMA =
      new StructType()
          .add("source_file_id", DataTypes.StringType)
          .add("line", DataTypes.LongType)
          .add("column_name", DataTypes.StringType)
          .add("code", DataTypes.StringType)
          .add("reason", DataTypes.StringType)
          .add("raw", DataTypes.StringType);

  /** Columns of the table of values left out. */
  public static final StructType FINDINGS_SCHEMA =
      new StructType()
          .add("source_file_id", DataTypes.StringType)
          .add("line", DataTypes.LongType)
          .add("column_name", DataTypes.StringType)
          .add("code", DataTypes.StringType)
          .add("value", DataTypes.StringType);

  private static final List<String> OF_THE_LAKE_ALONE = List.of("size", "modified", "days");

  private FileLedger() {}

  /** What earlier nights recorded. */
  public static List<KnownFile> known(Dataset<Row> files) {
    List<KnownFile> known = new ArrayList<>();
    for (Row row : files.withColumn("days", days()).collectAsList()) {
      known.add(
          new KnownFile(
              new FileId(row.getAs("source_file_id")),
              new Listed(
                  row.getAs("source"),
                  row.getAs("name"),
                  "",
                  row.<Long>getAs("size"),
                  row.<Long>getAs("modified")),
              row.getAs("sha256"),
              row.getAs("as_at"),
              row.getList(row.fieldIndex("days")),
              row.getAs("night"),
              FileResult.Status.valueOf(row.<String>getAs("status").toUpperCase(Locale.ROOT)),
              row.<Long>getAs("rows_accepted"),
              row.<Long>getAs("rows_rejected")));
    }
    return known;
  }

  /** Rows to add for what became of files; of those that wait nothing is recorded. */
  public static List<Row> rows(List<FileResult> results) {
    return results.stream()
        .filter(result -> result.status() != FileResult.Status.WAITING)
        .map(FileLedger::row)
        .toList();
  }

  private static Row row(FileResult result) {
    LandingFile file = result.file();
    @Nullable Object[] values = {
      file.id().hex(),
      file.source(),
      file.name(),
      file.sha256(),
      result.asAt(),
      file.seenOn(),
      result.status().name().toLowerCase(Locale.ROOT),
      result.layout(),
      result.accepted() + result.rejected(),
      result.accepted(),
      result.rejected(),
      result.normalised(),
      result.message(),
      file.synthetic(),
      file.listed().size(),
      file.listed().modified(),
      result.days().toArray(LocalDate[]::new)
    };
    return RowFactory.create(values);
  }

  /**
   * The snapshot's table of files as on a night: a file is shown from the first day it speaks of
   * on, and speaks as at the newest of its days that has come.
   */
  public static Dataset<Row> asKnownOn(Dataset<Row> files, LocalDate night) {
    Column last = lit(night);
    Column said = filter(col("days"), day -> day.leq(last));
    Column isOfDays = size(col("days")).gt(0);
    return files
        .withColumn("days", days())
        .withColumn("as_at", when(isOfDays, array_max(said)).otherwise(col("as_at")))
        .where(col("as_at").leq(last).or(col("as_at").isNull().and(isOfDays.unary_$bang())))
        .select(
            Arrays.stream(FILES_SCHEMA.fieldNames())
                .filter(name -> !OF_THE_LAKE_ALONE.contains(name))
                .map(name -> col(name))
                .toArray(Column[]::new));
  }

  /** Of rows set aside, or values left out, those whose file is shown. */
  public static Dataset<Row> ofFiles(Dataset<Row> rows, Dataset<Row> shown) {
    return rows.join(shown.select("source_file_id"), "source_file_id");
  }

  /** Days a file speaks of; of one that an older release recorded, or that was refused, its one. */
  private static Column days() {
    Column one =
        when(col("as_at").isNotNull().and(col("status").equalTo("accepted")), array(col("as_at")));
    return coalesce(col("days"), one, array().cast(DataTypes.createArrayType(DataTypes.DateType)));
  }
}

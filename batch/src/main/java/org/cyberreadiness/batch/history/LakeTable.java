package org.cyberreadiness.batch.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.resource.Durable;
import org.jspecify.annotations.Nullable;

/** One Delta table of the lake. What it costs to find out is found out once a night. */
public final class LakeTable {
  /** Column of the day that a landed row speaks of. */
  static final String AS_AT = "as_at";

  /** A file in a table's folder that says it is ours: only such a folder is ever deleted. */
  static final String MARK = "_readiness";

  private final SparkSession spark;
  private final Path folder;
  private final DeltaLog log;
  private final long tidied;
  private @Nullable String state;
  private @Nullable Span span;

  LakeTable(SparkSession spark, Path folder, Commit.@Nullable Kept kept) {
    this.spark = spark;
    this.folder = folder;
    log = new DeltaLog(spark.sparkContext().hadoopConfiguration(), folder);
    tidied = kept == null ? 0 : kept.tidied();
    if (kept != null) {
      state = kept.state();
      span = Span.of(kept);
    }
  }

  /** True when it was written before. */
  public boolean exists() throws IOException {
    return files().exists(new Path(folder, "_delta_log"));
  }

  /**
   * Its rows in the declared columns: one that the table does not have yet is null in every row, so
   * that a lake of an older release opens.
   */
  public Dataset<Row> rows(StructType declared) throws IOException {
    return rows(spark, declared);
  }

  /** The same, for the views of another session. */
  public Dataset<Row> rows(SparkSession session, StructType declared) throws IOException {
    if (!exists()) {
      return session.createDataFrame(List.of(), declared);
    }
    Dataset<Row> all = session.read().format("delta").load(folder.toString());
    List<String> present = Arrays.asList(all.columns());
    List<Column> columns = new ArrayList<>();
    for (StructField field : declared.fields()) {
      columns.add(
          present.contains(field.name())
              ? col(field.name())
              : lit(null).cast(field.dataType()).as(field.name()));
    }
    return all.select(columns.toArray(Column[]::new));
  }

  /** Its rows in the columns it has. */
  public Dataset<Row> raw() {
    return spark.read().format("delta").load(folder.toString());
  }

  /**
   * Adds rows.
   *
   * @param partition columns a new table is divided by: for tables whose old parts are let go of
   */
  public void append(Dataset<Row> rows, String... partition) throws IOException {
    mark();
    rows.write()
        .format("delta")
        .mode(SaveMode.Append)
        .option("mergeSchema", "true")
        .partitionBy(partition)
        .save(folder.toString());
    changed();
  }

  /**
   * Replaces the rows of the given days by these; days of which there are no rows are empty
   * afterwards.
   *
   * @param column date column that a new table is divided by
   */
  public void replaceDays(Dataset<Row> rows, String column, Collection<LocalDate> days)
      throws IOException {
    if (!exists()) {
      append(rows, column);
      return;
    }
    StringBuilder condition = new StringBuilder(column).append(" in (");
    for (LocalDate day : new TreeSet<>(days)) {
      condition.append("date'").append(day).append("',");
    }
    condition.setCharAt(condition.length() - 1, ')');
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("mergeSchema", "true")
        .option("replaceWhere", condition.toString())
        .save(folder.toString());
    changed();
  }

  /** Replaces all of it, columns too. */
  public void replaceAll(Dataset<Row> rows, String... partition) throws IOException {
    mark();
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("overwriteSchema", "true")
        .partitionBy(partition)
        .save(folder.toString());
    changed();
  }

  /** Takes out the rows of which a column has one of the given values. */
  public void delete(String column, Collection<?> values) throws IOException {
    if (!values.isEmpty() && exists()) {
      delete(col(column).isin(values.toArray()));
    }
  }

  /** Takes rows out. */
  public void delete(Column condition) {
    DeltaTable.forPath(spark, folder.toString()).delete(condition);
    changed();
  }

  private void mark() throws IOException {
    if (!exists()) {
      files().mkdirs(folder);
      Durable.create(
          files(),
          new Path(folder, MARK),
          "A table of the lake of Cyber Readiness.\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  static boolean isMarked(FileSystem files, Path folder) throws IOException {
    return files.exists(new Path(folder, MARK));
  }

  private void changed() {
    state = null;
    span = null;
  }

  /** Its Delta version; -1 before the first. */
  long version() throws IOException {
    return log.version();
  }

  /** Makes it what it was at an earlier version. */
  void restore(long version) {
    DeltaTable.forPath(spark, folder.toString()).restoreToVersion(version);
  }

  /**
   * What tells its content from every other: the hash of the log entry that made it, which names
   * new files by random words. Empty when nothing was written yet.
   */
  public String state() throws IOException {
    if (state == null) {
      state = exists() ? log.fingerprint() : "";
    }
    return state;
  }

  /** First and last day that its rows speak of. */
  Span span() throws IOException {
    if (span == null) {
      span = exists() ? Span.of(raw(), days()) : Span.NONE;
    }
    return span;
  }

  /** Days that a table divided by {@code as_at} has rows of, from the names of its files. */
  public NavigableSet<LocalDate> days() throws IOException {
    Pattern part = Pattern.compile("/" + AS_AT + "=(\\d{4}-\\d{2}-\\d{2})/");
    NavigableSet<LocalDate> days = new TreeSet<>();
    if (!exists()) {
      return days;
    }
    for (String file : raw().inputFiles()) {
      Matcher day = part.matcher(file);
      if (day.find()) {
        days.add(LocalDate.parse(day.group(1)));
      }
    }
    return days;
  }

  /** Takes out the rows of days before one, if there are any; true when there were. */
  public boolean forgetBefore(LocalDate day) throws IOException {
    LocalDate oldest = span().oldest();
    if (oldest == null || !oldest.isBefore(day)) {
      return false;
    }
    delete(col(AS_AT).lt(functions.lit(day)));
    return true;
  }

  /** Files that came with the versions after one: what a commit that names them relies on. */
  List<Path> writtenSince(long committed) throws IOException {
    return log.writtenSince(committed);
  }

  /** Makes few large files of many small ones; its content and state stay. */
  void compact() throws IOException {
    state();
    span();
    DeltaTable.forPath(spark, folder.toString()).optimize().executeCompaction();
  }

  /** How many files its rows lie in. */
  int parts() {
    return raw().inputFiles().length;
  }

  /** Version at which it was last compacted. */
  long tidied() {
    return tidied;
  }

  Commit.Kept kept(long tidiedNow) throws IOException {
    return span().kept(state(), tidiedNow);
  }

  Path folder() {
    return folder;
  }

  private FileSystem files() throws IOException {
    return folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }
}

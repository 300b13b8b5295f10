package org.cyberreadiness.batch.history;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.resource.Fingerprint;

/**
 * The lake: Delta tables that are committed together. Each table's own write is atomic; the night
 * as a whole is, because {@code _commit.json} names the version of every table and is replaced in
 * one step at the end. What a killed night wrote beyond it is undone when the lake is next opened.
 */
public final class Lake {
  private static final String COMMIT = "_commit.json";

  /**
   * State of the lake after a night.
   *
   * @param night newest night taken in, as YYYY-MM-DD; empty before the first
   * @param policy version of the policy it was evaluated with; empty before the first
   * @param snapshot id of the snapshot it published; empty before the first
   * @param versions Delta version of each table
   */
  public record Commit(String night, String policy, String snapshot, Map<String, Long> versions) {
    static Commit none() {
      return new Commit("", "", "", Map.of());
    }
  }

  private final SparkSession spark;
  private final Path root;
  private final ObjectMapper json = new ObjectMapper();
  private Commit commit = Commit.none();

  /** A lake at a folder or object store address; it is made when it is not there. */
  public Lake(SparkSession spark, String root) {
    this.spark = spark;
    this.root = new Path(root);
  }

  /**
   * Opens the lake as its last whole night left it.
   *
   * @return what that night left
   * @throws IOException when it cannot be read or put right
   */
  public Commit open() throws IOException {
    FileSystem files = files();
    files.mkdirs(root);
    Path path = new Path(root, COMMIT);
    commit = files.exists(path) ? readCommit(path) : Commit.none();
    for (FileStatus folder : files.listStatus(root)) {
      String table = folder.getPath().getName();
      if (folder.isDirectory() && !table.startsWith("_") && !table.startsWith(".")) {
        undoBeyondCommit(files, folder.getPath(), table);
      }
    }
    return commit;
  }

  private void undoBeyondCommit(FileSystem files, Path folder, String table) throws IOException {
    Long committed = commit.versions().get(table);
    if (committed == null) {
      files.delete(folder, true);
    } else if (version(folder) > committed) {
      DeltaTable.forPath(spark, folder.toString()).restoreToVersion(committed);
    }
  }

  private Commit readCommit(Path path) throws IOException {
    try (InputStream in = files().open(path)) {
      return json.readValue(in, new TypeReference<Commit>() {});
    } catch (JsonProcessingException e) {
      throw new IOException(
          path
              + " is damaged, so it cannot be told which night the lake holds. Put it back from a"
              + " backup, or begin a new lake: the landing files say everything again.",
          e);
    }
  }

  /** A table's rows; an empty one of the given schema where nothing was written yet. */
  public Dataset<Row> table(String name, StructType schema) throws IOException {
    return exists(name)
        ? spark.read().format("delta").load(path(name))
        : spark.createDataFrame(java.util.List.of(), schema);
  }

  /** True when a table was written before. */
  public boolean exists(String name) throws IOException {
    return files().exists(new Path(path(name), "_delta_log"));
  }

  /**
   * Adds rows to a table.
   *
   * @param partition columns a new table is divided by: for tables whose old parts are let go of
   */
  public void append(String name, Dataset<Row> rows, String... partition) {
    rows.write()
        .format("delta")
        .mode(SaveMode.Append)
        .option("mergeSchema", "true")
        .partitionBy(partition)
        .save(path(name));
  }

  /** Takes rows out of a table. */
  public void delete(String name, Column condition) {
    DeltaTable.forPath(spark, path(name)).delete(condition);
  }

  /** The different values of a date column that a table is divided by. */
  public List<LocalDate> dates(String name, String partition) {
    return spark
        .read()
        .format("delta")
        .load(path(name))
        .select(partition)
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> (LocalDate) row.get(0))
        .toList();
  }

  /**
   * What tells this state of a table from every other: the hash of its newest log entry, which
   * names new files by random words. Empty when nothing was written yet.
   */
  public String state(String name) throws IOException {
    if (!exists(name)) {
      return "";
    }
    Path folder = new Path(path(name));
    Path entry =
        new Path(folder, String.format(Locale.ROOT, "_delta_log/%020d.json", version(folder)));
    try (InputStream in = files().open(entry)) {
      return Fingerprint.of(in.readAllBytes());
    }
  }

  /** Takes out the rows of which a column has one of the given values. */
  public void delete(String name, String column, Collection<?> values) throws IOException {
    if (!values.isEmpty() && exists(name)) {
      DeltaTable.forPath(spark, path(name)).delete(col(column).isin(values.toArray()));
    }
  }

  /** Replaces the partitions that the rows belong to, and no others. */
  public void replacePartitions(String name, Dataset<Row> rows, String partition) {
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("partitionOverwriteMode", "dynamic")
        .partitionBy(partition)
        .save(path(name));
  }

  /** Replaces a whole table. */
  public void replace(String name, Dataset<Row> rows) {
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("overwriteSchema", "true")
        .save(path(name));
  }

  /**
   * Makes all that was written since {@link #open} the lake's state, in one step.
   *
   * @throws IOException when it cannot be written: then nothing has happened
   */
  public void commit(String night, String policy, String snapshot) throws IOException {
    Map<String, Long> versions = new TreeMap<>();
    for (FileStatus folder : files().listStatus(root)) {
      String table = folder.getPath().getName();
      if (folder.isDirectory() && !table.startsWith("_") && !table.startsWith(".")) {
        versions.put(table, version(folder.getPath()));
      }
    }
    Commit next = new Commit(night, policy, snapshot, new HashMap<>(versions));
    writeAtomically(
        new Path(root, COMMIT),
        json.writerWithDefaultPrettyPrinter().writeValueAsBytes(next),
        configuration());
    commit = next;
  }

  /** Replaces a small file in one step: readers see the old content or the new. */
  public static void writeAtomically(Path path, byte[] content, Configuration configuration)
      throws IOException {
    FileContext context = FileContext.getFileContext(path.toUri(), configuration);
    Path fresh = new Path(path.getParent(), "." + path.getName() + ".new");
    try (FSDataOutputStream out =
        context.create(fresh, java.util.EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE))) {
      out.write(content);
      if (out.hasCapability(StreamCapabilities.HSYNC)) {
        out.hsync();
      }
    }
    context.rename(fresh, path, Options.Rename.OVERWRITE);
  }

  private long version(Path table) throws IOException {
    long newest = -1;
    for (FileStatus file : files().listStatus(new Path(table, "_delta_log"))) {
      String name = file.getPath().getName();
      if (name.matches("\\d{20}\\.json")) {
        newest = Math.max(newest, Long.parseLong(name.substring(0, 20)));
      }
    }
    return newest;
  }

  private String path(String table) {
    return new Path(root, table).toString();
  }

  private FileSystem files() throws IOException {
    return root.getFileSystem(configuration());
  }

  private Configuration configuration() {
    return spark.sparkContext().hadoopConfiguration();
  }

  @Override
  public String toString() {
    return root.toString();
  }
}

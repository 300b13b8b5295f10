package org.cyberreadiness.batch.history;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.resource.Durable;
import org.cyberreadiness.batch.run.NightFailed;

/**
 * The lake: Delta tables that are committed together. Each table's own write is atomic; the night
 * as a whole is, because the commit names the version of every table and is replaced in one step at
 * the end. What a killed night wrote beyond it is undone when the lake is next opened. Its folder
 * is its own: nothing in it is ever deleted but tables that carry our mark.
 */
public final class Lake {
  private final SparkSession spark;
  private final Path root;
  private final CommitFile file;
  private final Map<String, LakeTable> tables = new ConcurrentHashMap<>();
  private Commit commit = Commit.none();

  /** A lake at a folder or object store address; it is made when it is not there. */
  public Lake(SparkSession spark, String root) {
    this.spark = spark;
    this.root = new Path(root);
    file = new CommitFile(this.root, spark.sparkContext().hadoopConfiguration());
  }

  /**
   * Refuses a folder that is no lake of ours, before anything is done to it.
   *
   * @throws NightFailed when it holds what is not ours, or tables without their commit
   */
  public void refuseStrangers() throws IOException, NightFailed {
    FileSystem files = files();
    if (files.exists(root)) {
      new LakeFolder(files, root).check(file.read());
    }
  }

  /**
   * Opens the lake as its last whole night left it.
   *
   * @return what that night left
   * @throws NightFailed when it is damaged or no lake of ours: then nothing was touched
   */
  public Commit open() throws IOException, NightFailed {
    FileSystem files = files();
    files.mkdirs(root);
    Optional<Commit> read = file.read();
    LakeFolder folder = new LakeFolder(files, root);
    folder.check(read);
    if (read.isEmpty()) {
      file.write(Commit.none());
    }
    commit = read.orElse(Commit.none());
    tables.clear();
    undoBeyondCommit(files, folder);
    return commit;
  }

  private void undoBeyondCommit(FileSystem files, LakeFolder folder)
      throws IOException, NightFailed {
    for (Path path : folder.tables()) {
      Long committed = commit.versions().get(path.getName());
      LakeTable table = table(path.getName());
      if (committed == null) {
        files.delete(path, true);
        tables.remove(path.getName());
      } else if (table.version() > committed) {
        table.restore(committed);
      } else if (table.version() < committed) {
        throw new NightFailed(
            path
                + " is older than the lake's commit says: half of it was put back from a backup."
                + " Put the whole lake back, or begin a new one in an empty folder.");
      }
    }
  }

  /** A table, whether it was written before or not. */
  public LakeTable table(String name) {
    return tables.computeIfAbsent(
        name, n -> new LakeTable(spark, new Path(root, n), commit.tables().get(n)));
  }

  /** What the last whole night left. */
  public Commit last() {
    return commit;
  }

  /**
   * Makes all that was written since {@link #open} the lake's state, in one step.
   *
   * @throws IOException when it cannot be written: then nothing has happened
   */
  public void commit(LocalDate night, String policy, String snapshot)
      throws IOException, NightFailed {
    write(commit.after(night, policy, snapshot), Map.of());
  }

  /** Commits what housekeeping made of the tables: other files, the same content. */
  void commitTidied(Map<String, Long> tidied) throws IOException, NightFailed {
    write(commit, tidied);
  }

  private void write(Commit next, Map<String, Long> tidied) throws IOException, NightFailed {
    Map<String, Long> versions = new TreeMap<>();
    Map<String, Commit.Kept> kept = new HashMap<>();
    List<Path> written = new ArrayList<>();
    for (Path path : new LakeFolder(files(), root).tables()) {
      LakeTable table = table(path.getName());
      long before = Objects.requireNonNullElse(commit.versions().get(path.getName()), -1L);
      long version = table.version();
      versions.put(path.getName(), version);
      kept.put(path.getName(), table.kept(tidied.getOrDefault(path.getName(), table.tidied())));
      if (version > before) {
        written.addAll(table.writtenSince(before));
      }
    }
    Durable.sync(files(), written);
    Commit whole = next.with(versions, kept);
    file.write(whole);
    commit = whole;
  }

  /** Names of its tables. */
  List<String> names() throws IOException {
    return new LakeFolder(files(), root).tables().stream().map(Path::getName).toList();
  }

  SparkSession spark() {
    return spark;
  }

  private FileSystem files() throws IOException {
    return root.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }

  @Override
  public String toString() {
    return root.toString();
  }
}

package org.cyberreadiness.batch.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.cyberreadiness.batch.run.LakeLock;
import org.cyberreadiness.batch.run.NightFailed;

/**
 * What lies in the lake's folder, and whether all of it is ours.
 *
 * @param files its file system
 * @param root the folder
 */
record LakeFolder(FileSystem files, Path root) {
  private static final int NAMED = 5;

  /** What a lake's folder holds beside its tables; the last is a file system's own. */
  private static final Set<String> OWN = Set.of(".lock", ".facts", ".scratch", "lost+found");

  /** Folders of tables: those that carry our mark or a Delta log. */
  List<Path> tables() throws IOException {
    List<Path> tables = new ArrayList<>();
    for (FileStatus entry : files.listStatus(root)) {
      if (!isBeside(entry.getPath().getName()) && isTable(entry)) {
        tables.add(entry.getPath());
      }
    }
    tables.sort(null);
    return tables;
  }

  /**
   * Holds that everything here is ours and that the commit is not lost.
   *
   * @param commit what the folder's commit says; empty when there is none
   */
  void check(Optional<Commit> commit) throws IOException, NightFailed {
    Set<String> committed = commit.map(Commit::versions).map(v -> v.keySet()).orElse(Set.of());
    TreeSet<String> strangers = new TreeSet<>();
    boolean hasTables = false;
    TreeSet<String> missing = new TreeSet<>(committed);
    for (FileStatus entry : files.listStatus(root)) {
      String name = entry.getPath().getName();
      missing.remove(name);
      if (isBeside(name)) {
        continue;
      }
      boolean isOurs = isTable(entry) && (committed.contains(name) || isMarked(entry));
      hasTables |= isTable(entry);
      if (!isOurs && !(commit.isEmpty() && isTable(entry))) {
        strangers.add(name);
      }
    }
    if (!strangers.isEmpty()) {
      throw new NightFailed(
          "The folder of the lake, "
              + root
              + ", holds what is not the lake's: "
              + named(strangers)
              + ". It must be a folder of its own; nothing was touched. Set READINESS_LAKE to an"
              + " empty folder, or move these elsewhere.");
    }
    if (commit.isEmpty() && hasTables) {
      throw new NightFailed(
          "The lake "
              + root
              + " is damaged: its tables are there and its "
              + CommitFile.NAME
              + " is not, so it cannot be told which night it holds. Nothing was touched. Put the"
              + " file back from a backup, or begin a new lake in an empty folder.");
    }
    if (!missing.isEmpty()) {
      throw new NightFailed(
          "The lake "
              + root
              + " is damaged: of its tables there is no "
              + named(missing)
              + ". Nothing was touched. Put the lake back from a backup, or begin a new one in an"
              + " empty folder.");
    }
  }

  private static String named(TreeSet<String> names) {
    String first = String.join(", ", names.stream().limit(NAMED).toList());
    return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
  }

  private static boolean isBeside(String name) {
    return OWN.contains(name) || CommitFile.isOne(name) || LakeLock.isOne(name);
  }

  private boolean isTable(FileStatus entry) throws IOException {
    return entry.isDirectory()
        && (isMarked(entry) || files.exists(new Path(entry.getPath(), "_delta_log")));
  }

  private boolean isMarked(FileStatus entry) throws IOException {
    return LakeTable.isMarked(files, entry.getPath());
  }
}

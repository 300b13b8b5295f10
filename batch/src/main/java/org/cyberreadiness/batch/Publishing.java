package org.cyberreadiness.batch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.fact.FactOrder;
import org.cyberreadiness.batch.fact.FactStore;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.history.Commit;
import org.cyberreadiness.batch.landing.FileLedger;
import org.cyberreadiness.batch.policy.Policy;
import org.cyberreadiness.batch.policy.Practice;
import org.cyberreadiness.batch.run.Story;
import org.cyberreadiness.batch.snapshot.DuckDbBound;
import org.cyberreadiness.batch.snapshot.SnapshotBuild;
import org.cyberreadiness.batch.snapshot.SnapshotFolder;
import org.jspecify.annotations.Nullable;

/** Builds and places the night's snapshot. */
record Publishing(
    SnapshotFolder snapshots, Policy policy, Sources sources, String duckDbMemory, Story story) {
  private static final String SCRATCH = "scratch";

  /** Name under which the outcomes of a practice are kept. */
  static String outcomesOf(Practice practice) {
    return "outcome_of_" + practice.name().replace('-', '_');
  }

  /**
   * A snapshot that is built and checked, and not yet in its place.
   *
   * @param folder where it lies
   * @param id what it will be called
   */
  record Built(Path folder, String id) {}

  Built build(SparkSession spark, FactStore facts, LocalDate night, Commit last) throws Exception {
    Path building = snapshots.building();
    Path scratch = building.resolve(SCRATCH);
    String id;
    DuckDbBound bound = new DuckDbBound(duckDbMemory, Runtime.getRuntime().availableProcessors());
    try (SnapshotBuild file =
        new SnapshotBuild(building.resolve(SnapshotFolder.FILE), night, policy, bound)) {
      Map<String, SqlFile> byName =
          FactOrder.in(policy.files(), "fact").stream()
              .collect(Collectors.toMap(SqlFile::name, Function.identity()));
      file.describe(List.copyOf(sources.byName().values()), byName);
      List<String> tables = new ArrayList<>(byName.keySet());
      tables.addAll(List.of(FileLedger.FILES, FileLedger.REJECTED, FileLedger.FINDINGS));
      for (String table : tables) {
        if (file.takes(table)) {
          file.load(table, facts.folders(table, scratch));
        }
      }
      for (Practice practice : policy.practices()) {
        file.loadOutcomes(practice.name(), facts.folders(outcomesOf(practice), scratch));
      }
      String note = file.materialise(before(night, last));
      if (note != null) {
        story.warn(note);
      }
      file.check().forEach(story::warn);
      id = file.name(isSynthetic(spark));
    }
    SnapshotFolder.delete(scratch);
    return new Built(building, id);
  }

  /** The newest snapshot of an earlier night; of several the one the lake names, else the last. */
  private @Nullable Path before(LocalDate night, Commit last) throws IOException {
    List<String> earlier =
        snapshots.ids().stream().filter(id -> nightOf(id).compareTo(night.toString()) < 0).toList();
    if (earlier.isEmpty()) {
      return null;
    }
    String newest = nightOf(earlier.getFirst());
    return earlier.stream()
        .filter(id -> nightOf(id).equals(newest) && snapshots.opens(id))
        .max(
            Comparator.comparingInt((String id) -> id.equals(last.snapshot()) ? 1 : 0)
                .thenComparingLong(this::placed))
        .map(snapshots::file)
        .orElse(null);
  }

  private static String nightOf(String id) {
    return id.substring(0, Math.min("yyyy-MM-dd".length(), id.length()));
  }

  private long placed(String id) {
    try {
      return Files.getLastModifiedTime(snapshots.file(id)).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  private static boolean isSynthetic(SparkSession spark) {
    Row found =
        spark
            .table(FileLedger.FILES)
            .where(col("status").equalTo("accepted"))
            .agg(max(col("synthetic")), max(org.apache.spark.sql.functions.not(col("synthetic"))))
            .head();
    return !found.isNullAt(0) && !found.getBoolean(1);
  }

  /** The report lies beside the snapshot's file; that it cannot be written stops no night. */
  void keepReport(Path folder, LocalDate night, String id) {
    try {
      story.report(night.toString(), id).write(folder.resolve(SnapshotFolder.REPORT));
    } catch (IOException e) {
      story.warn("The report of this night could not be written: " + e.getMessage() + ".");
    }
  }
}

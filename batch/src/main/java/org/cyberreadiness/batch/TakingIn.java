package org.cyberreadiness.batch;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.history.Lake;
import org.cyberreadiness.batch.intake.Intake;
import org.cyberreadiness.batch.intake.TakenIn;
import org.cyberreadiness.batch.landing.Deliveries;
import org.cyberreadiness.batch.landing.FileId;
import org.cyberreadiness.batch.landing.FileLedger;
import org.cyberreadiness.batch.landing.FileResult;
import org.cyberreadiness.batch.landing.Landing;
import org.cyberreadiness.batch.landing.LandingFile;
import org.cyberreadiness.batch.landing.ReadAgain;
import org.cyberreadiness.batch.run.NightFailed;
import org.cyberreadiness.batch.run.SideBySide;
import org.cyberreadiness.batch.run.Story;
import org.cyberreadiness.batch.validation.Source;

/**
 * Takes the night's landing files into the lake:
 *
 * <ol>
 *   <li>decides which of them are new, again, duplicates or waiting
 *   <li>takes out what files said that are read again
 *   <li>takes in the rest, a few sources at the same time
 *   <li>records what became of each file
 * </ol>
 *
 * @param dividedByDay sources whose tables are divided by day, for their old days are let go of
 */
record TakingIn(
    SparkSession spark,
    Lake lake,
    Settings settings,
    Sources sources,
    Set<String> dividedByDay,
    Story story) {
  private static final String FILE = "source_file_id";
  private static final String SCRATCH = "/.scratch";

  /**
   * What became of the night's files.
   *
   * @param results each file
   * @param readAgain those that were read again
   */
  record Taken(List<FileResult> results, ReadAgain readAgain) {
    boolean isAnyNew() {
      return results.stream().anyMatch(file -> file.status() != FileResult.Status.WAITING);
    }

    /** Days of which files of some sources speak, and those of which they spoke before. */
    SortedSet<LocalDate> days(Predicate<String> source) {
      SortedSet<LocalDate> days = new TreeSet<>(readAgain.restatedDays(source));
      results.stream()
          .filter(file -> source.test(file.file().source()) && file.accepted() > 0)
          .forEach(file -> days.addAll(file.days()));
      return days;
    }
  }

  Taken takeIn(Deliveries deliveries, ReadAgain readAgain, LocalDate night) throws Exception {
    Landing landing = new Landing(spark, settings.landing());
    Landing.Listing listing = landing.list(sources.byName().keySet());
    if (!listing.unknownFolders().isEmpty()) {
      story.warn(
          "Left alone, for no source is called that: "
              + String.join(", ", listing.unknownFolders())
              + ".");
    }
    story.timed(
        "fingerprint",
        () -> {
          deliveries.decide(listing.files(), landing::fingerprint);
          return night;
        });
    story.duplicates(deliveries.waiting());
    List<FileResult> results =
        story.timed(
            "take in",
            () -> {
              takeOut(readAgain.restated());
              return read(deliveries.toRead());
            });
    refuseLost(readAgain.lost(results));
    List<FileResult> duplicates = deliveries.duplicates(results);
    story.duplicates(duplicates);
    results.addAll(duplicates);
    readAgain.told(results).forEach(story::say);
    readAgain.leftOut().forEach(story::warn);
    story.timed("record files", () -> record(results));
    return new Taken(results, readAgain);
  }

  private void takeOut(List<FileId> restated) throws IOException {
    List<String> ids = restated.stream().map(FileId::hex).toList();
    for (Source source : sources.byName().values()) {
      lake.table(source.table()).delete(FILE, ids);
    }
    for (String table : List.of(FileLedger.FILES, FileLedger.REJECTED, FileLedger.FINDINGS)) {
      lake.table(table).delete(FILE, ids);
    }
  }

  private List<FileResult> read(Map<String, List<LandingFile>> toRead) throws Exception {
    if (!toRead.isEmpty()) {
      story.say("Taking in");
      story.expect(toRead.size());
    }
    List<TakenIn> taken = Collections.synchronizedList(new ArrayList<>());
    SideBySide.run(
        settings.sourceThreads(),
        largestFirst(toRead),
        name -> taken.add(read(name, Objects.requireNonNull(toRead.get(name)))));
    append(FileLedger.REJECTED, taken.stream().flatMap(t -> t.rejected().stream()).toList());
    append(FileLedger.FINDINGS, taken.stream().flatMap(t -> t.findings().stream()).toList());
    Path scratch = new Path(settings.lake() + SCRATCH);
    scratch.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(scratch, true);
    List<FileResult> results = new ArrayList<>();
    taken.forEach(source -> results.addAll(source.files()));
    results.sort(
        Comparator.comparing((FileResult result) -> result.file().source())
            .thenComparing(result -> result.file().name()));
    return results;
  }

  /** So that the small ones go beside the large one and not after it. */
  private static List<String> largestFirst(Map<String, List<LandingFile>> toRead) {
    return toRead.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                entry -> -entry.getValue().stream().mapToLong(file -> file.listed().size()).sum()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void append(String table, List<Dataset<Row>> all) throws IOException {
    if (!all.isEmpty()) {
      lake.table(table).append(all.stream().reduce(Dataset::unionByName).orElseThrow().coalesce(1));
    }
  }

  private TakenIn read(String name, List<LandingFile> files) throws IOException {
    SparkSession.setActiveSession(spark);
    Source source = Objects.requireNonNull(sources.byName().get(name));
    story.begin(name);
    long start = System.nanoTime();
    TakenIn taken =
        new Intake(spark, settings.lake() + SCRATCH)
            .takeIn(source, files, rows -> write(source, rows));
    lake.table(source.table()).delete(FILE, taken.toUndo().stream().map(FileId::hex).toList());
    story.files(name, taken.files(), (System.nanoTime() - start) / 1e9);
    return taken;
  }

  private void write(Source source, Dataset<Row> rows) {
    try {
      if (dividedByDay.contains(source.name())) {
        lake.table(source.table()).append(rows, "as_at");
      } else {
        lake.table(source.table()).append(rows);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void refuseLost(Collection<String> lost) throws NightFailed {
    if (!lost.isEmpty()) {
      throw new NightFailed(
          "Nothing was kept of this night: "
              + String.join(", ", lost)
              + " changed while it was read again, and what it said before would be lost. Run the"
              + " night again when it is whole.");
    }
  }

  private int record(List<FileResult> results) throws IOException {
    List<Row> rows = FileLedger.rows(results);
    StructType schema = FileLedger.FILES_SCHEMA;
    if (!rows.isEmpty()) {
      lake.table(FileLedger.FILES).append(spark.createDataFrame(rows, schema).coalesce(1));
    }
    return rows.size();
  }
}

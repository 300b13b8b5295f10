package org.cyberreadiness.batch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.run.Failure;
import org.cyberreadiness.batch.run.NightFailed;
import org.cyberreadiness.batch.run.NightReport;
import org.cyberreadiness.batch.run.ProgressBar;
import org.cyberreadiness.batch.run.Session;
import org.cyberreadiness.batch.run.Story;
import org.cyberreadiness.batch.snapshot.SnapshotFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One night, or several in the order of their dates, one after the other in one session. */
@Command(
    name = "nightly",
    description = "Takes in every landing file not yet taken in and publishes a snapshot.",
    mixinStandardHelpOptions = true)
final class NightlyCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of all state (default: READINESS_DATA, else ./data).")
  private @Nullable String data;

  @Option(
      names = "--night",
      paramLabel = "YYYY-MM-DD",
      description =
          "Date the night is run for (default: today, UTC). Given several times, each night is run"
              + " in turn, the earliest first; one that fails is the last.")
  private List<LocalDate> nights = List.of();

  @Option(
      names = "--retry-rejected",
      description =
          "Reads again every landing file that was refused or has rows set aside, and takes in"
              + " what is readable now.")
  private boolean retriesRejected;

  @Option(
      names = "--json",
      description =
          "One JSON document about each night on standard output; the lines for people go to"
              + " standard error.")
  private boolean isJson;

  /** Opened by the first night, for all of them. */
  private @Nullable SparkSession spark;

  @Override
  public Integer call() {
    Settings settings = Settings.of(data == null ? Main.defaultData() : data, System.getenv());
    List<LocalDate> days = nights.isEmpty() ? List.of(LocalDate.now(ZoneOffset.UTC)) : nights;
    int status = 0;
    try {
      for (LocalDate day : days.stream().distinct().sorted().toList()) {
        status = status == 0 ? run(settings, new Night(day)) : status;
      }
    } finally {
      if (spark != null) {
        spark.stop();
      }
    }
    return status;
  }

  private int run(Settings settings, Night of) {
    PrintStream people = isJson ? System.err : System.out;
    Story story = new Story(people, ProgressBar.whereWatched(people));
    NightReport report;
    try {
      report = story.report(of.toString(), run(settings, of, story));
      story.summary();
    } catch (Exception | OutOfMemoryError | LinkageError e) {
      String why = Failure.sentence(e);
      report = story.failed(of.toString(), why);
      keep(report, settings, of, story);
      story.fail();
      System.err.println(why);
    }
    if (isJson) {
      System.out.println(report.json());
    }
    return report.exitStatus();
  }

  private String run(Settings settings, Night of, Story story) throws Exception {
    if (!settings.landing().contains("://") && !Files.isDirectory(Path.of(settings.landing()))) {
      throw new NightFailed(
          "There is no landing folder "
              + Path.of(settings.landing()).toAbsolutePath().normalize()
              + ". Put files into landing/<source>/, or make sample data with: readiness"
              + " generate --out "
              + settings.landing());
    }
    story.say("Night of " + of);
    SparkSession session = spark == null ? story.timed("start Spark", Session::open) : spark;
    spark = session;
    NightlyRun run = new NightlyRun(session, settings, story);
    return retriesRejected ? run.runAndRetryRejected(of) : run.run(of);
  }

  /** Keeps the report of a failed night; that this fails too says nothing new. */
  private static void keep(NightReport report, Settings settings, Night of, Story story) {
    try {
      new SnapshotFolder(Path.of(settings.snapshots())).keepFailed(of.toString(), report);
    } catch (IOException | RuntimeException e) {
      story.say("The report of this night could not be kept in " + settings.snapshots() + ".");
    }
  }
}

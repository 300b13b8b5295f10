package org.cyberreadiness.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.TakingIn.Taken;
import org.cyberreadiness.batch.counting.Counting;
import org.cyberreadiness.batch.counting.Retention;
import org.cyberreadiness.batch.fact.Fact;
import org.cyberreadiness.batch.fact.FactStore;
import org.cyberreadiness.batch.history.Commit;
import org.cyberreadiness.batch.history.Housekeeping;
import org.cyberreadiness.batch.history.Lake;
import org.cyberreadiness.batch.landing.Deliveries;
import org.cyberreadiness.batch.landing.FileLedger;
import org.cyberreadiness.batch.landing.KnownFile;
import org.cyberreadiness.batch.landing.ReadAgain;
import org.cyberreadiness.batch.policy.Policy;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.resource.RuleFiles;
import org.cyberreadiness.batch.run.LakeLock;
import org.cyberreadiness.batch.run.NightFailed;
import org.cyberreadiness.batch.run.Story;
import org.cyberreadiness.batch.snapshot.SnapshotFolder;

/**
 * One night, as a table of contents:
 *
 * <ol>
 *   <li>takes the lock and opens the lake as the last whole night left it
 *   <li>takes in the landing files that were not seen before
 *   <li>counts the devices and software they speak of
 *   <li>computes the facts and the outcome of every practice
 *   <li>builds and checks the snapshot
 *   <li>commits the lake and makes the snapshot current
 *   <li>tidies up
 * </ol>
 */
public final class NightlyRun {
  private static final int STEPS_BESIDE_FACTS = 12;

  private final SparkSession spark;
  private final Settings settings;
  private final Story story;
  private final Sources sources;
  private final Policy policy;
  private final Lake lake;
  private final SnapshotFolder snapshots;
  private final Computing computing;
  private final Publishing publishing;

  /**
   * @param spark session
   * @param settings where things lie
   * @param story hears what happens
   */
  public NightlyRun(SparkSession spark, Settings settings, Story story) {
    this(spark, settings, story, Sources.all());
  }

  /** A run with other declarations than today's. */
  NightlyRun(SparkSession spark, Settings settings, Story story, Sources sources) {
    this.spark = spark;
    this.sources = sources;
    this.settings = settings;
    this.story = story;
    policy = Policy.load(RuleFiles.of(settings.policy()), organisationTypes());
    lake = new Lake(spark, settings.lake());
    snapshots = new SnapshotFolder(Path.of(settings.snapshots()));
    computing = new Computing(spark, lake, settings, sources, policy, story);
    publishing = new Publishing(snapshots, policy, sources, settings.duckDbMemory(), story);
  }

  private static List<String> organisationTypes() {
    return OwnFiles.text("snapshot/vocabulary/organisation_type.csv")
        .lines()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .toList();
  }

  /**
   * Runs the night.
   *
   * @param night its date; what speaks of a later day waits
   * @return id of the snapshot that is current afterwards
   * @throws NightFailed when nothing could be published, saying why
   */
  public String run(Night night) throws Exception {
    return run(night.date(), ReadAgain::ofUnopened);
  }

  /**
   * Runs the night, and reads again, with today's declarations, every landing file that was refused
   * or has rows set aside: what is readable now is taken in.
   *
   * @param night its date; what speaks of a later day waits
   * @return id of the snapshot that is current afterwards
   * @throws NightFailed when nothing could be published, saying why
   */
  public String runAndRetryRejected(Night night) throws Exception {
    return run(night.date(), ReadAgain::all);
  }

  private String run(LocalDate night, Function<List<KnownFile>, ReadAgain> again) throws Exception {
    lake.refuseStrangers();
    try (LakeLock lock =
        LakeLock.take(settings.lake(), spark.sparkContext().hadoopConfiguration())) {
      List<Fact> facts = computing.facts();
      story.expect(facts.size() + STEPS_BESIDE_FACTS);
      Commit last = story.timed("open the lake", this::open);
      Counting counting = story.timed("open the counts", computing::counting);
      Taken taken = takeIn(night, again, counting);
      int counted =
          story.timed("count devices and software", () -> computing.count(taken, counting));
      if (!taken.isAnyNew() && counted == 0 && isDone(last, night)) {
        story.say("Nothing new: snapshot " + last.snapshot() + " stays current.");
        return last.snapshot();
      }
      FactStore store = new FactStore(spark, factFolder());
      story.timed("compute facts", () -> computing.compute(facts, store, counting, night));
      Publishing.Built built =
          story.timed("snapshot", () -> publishing.build(spark, store, night, last));
      List<String> forgotten = story.timed("forget device rows", counting::forget);
      publishing.keepReport(built.folder(), night, built.id());
      story.timed("commit", () -> publish(built, night, lock));
      story.say("Published snapshot " + built.id() + ".");
      tidy(store, forgotten, last.isAfter(night));
      publishing.keepReport(snapshots.folder(built.id()), night, built.id());
      return built.id();
    }
  }

  /** Opens the lake; a night killed after its commit left a snapshot that is not current yet. */
  private Commit open() throws IOException, NightFailed {
    Commit last = lake.open();
    if (!last.snapshot().isEmpty() && snapshots.has(last.snapshot())) {
      snapshots.makeCurrent(last.snapshot());
    }
    return last;
  }

  private boolean isDone(Commit last, LocalDate night) {
    return last.night().equals(night.toString())
        && last.policy().equals(policy.version())
        && snapshots.opens(last.snapshot());
  }

  private Taken takeIn(
      LocalDate night, Function<List<KnownFile>, ReadAgain> again, Counting counting)
      throws Exception {
    List<KnownFile> known =
        story.timed(
            "known files",
            () -> FileLedger.known(lake.table(FileLedger.FILES).rows(FileLedger.FILES_SCHEMA)));
    ReadAgain readAgain = again.apply(known);
    readAgain.leavePast(Retention.SOURCES, counting.oldestRows());
    return new TakingIn(spark, lake, settings, sources, Retention.SOURCES, story)
        .takeIn(new Deliveries(sources.byName(), known, readAgain, night), readAgain, night);
  }

  /** Facts lie beside the snapshots, or in a lake that other computers write to as well. */
  private String factFolder() {
    return settings.lake().contains("://")
        ? settings.lake() + "/.facts"
        : snapshots.facts().toString();
  }

  private String publish(Publishing.Built built, LocalDate night, LakeLock lock)
      throws IOException, NightFailed {
    lock.hold();
    snapshots.place(built.folder(), built.id());
    lake.commit(night, policy.version(), built.id());
    snapshots.makeCurrent(built.id());
    return built.id();
  }

  /** What is off the way to the snapshot: nothing of it can undo a night that is published. */
  private void tidy(FactStore store, List<String> forgotten, boolean isReplay) throws Exception {
    try {
      if (!isReplay) {
        story.timed(
            "forget facts",
            () -> {
              store.forgetOthers();
              return store;
            });
      }
      story.timed(
          "tidy the lake", () -> new Housekeeping(lake, settings.tidyEvery()).tidy(forgotten));
    } catch (IOException | RuntimeException e) {
      story.warn(
          "The lake could not be tidied; the snapshot is published and the next night tries again: "
              + e.getMessage());
    }
  }
}

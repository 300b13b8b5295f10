package org.cyberreadiness.batch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.counting.InventoryCounts;
import org.cyberreadiness.batch.fact.Facts;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.history.Lake;
import org.cyberreadiness.batch.intake.Intake;
import org.cyberreadiness.batch.intake.TakenIn;
import org.cyberreadiness.batch.landing.Deliveries;
import org.cyberreadiness.batch.landing.FileId;
import org.cyberreadiness.batch.landing.FileLedger;
import org.cyberreadiness.batch.landing.FileResult;
import org.cyberreadiness.batch.landing.FileResult.Status;
import org.cyberreadiness.batch.landing.KnownFile;
import org.cyberreadiness.batch.landing.Landing;
import org.cyberreadiness.batch.landing.LandingFile;
import org.cyberreadiness.batch.landing.ReadAgain;
import org.cyberreadiness.batch.policy.Policy;
import org.cyberreadiness.batch.policy.Practice;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.resource.RuleFiles;
import org.cyberreadiness.batch.run.LakeLock;
import org.cyberreadiness.batch.run.NightFailed;
import org.cyberreadiness.batch.run.Story;
import org.cyberreadiness.batch.snapshot.SnapshotFile;
import org.cyberreadiness.batch.snapshot.SnapshotFolder;
import org.cyberreadiness.batch.validation.Source;
import org.jspecify.annotations.Nullable;

/**
 * One night, as a table of contents:
 *
 * <ol>
 *   <li>takes the lock and opens the lake as the last whole night left it
 *   <li>finds the landing files that were not seen before and takes them in
 *   <li>computes the facts and the outcome of every practice
 *   <li>builds and checks the snapshot
 *   <li>commits the lake and makes the snapshot current
 * </ol>
 */
public final class NightlyRun {
  private static final String FILES = "source_file";
  private static final String REJECTED = "rejected_row";
  private static final int STEPS_BESIDE_FACTS = 5;
  private static final StructType EDITION_SCHEMA =
      new StructType()
          .add("edition", DataTypes.StringType)
          .add("opens_on", DataTypes.DateType)
          .add("deadline", DataTypes.DateType)
          .add("series", DataTypes.StringType)
          .add("ig_version", DataTypes.StringType);
  private static final StructType APPLIES_SCHEMA =
      new StructType().add("practice", DataTypes.StringType).add("type", DataTypes.StringType);

  private final SparkSession spark;
  private final Settings settings;
  private final Story story;
  private final Sources sources;
  private final Policy policy;
  private final Lake lake;
  private final SnapshotFolder snapshots;
  private final InventoryCounts inventories;

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
    inventories =
        new InventoryCounts(
            spark,
            lake,
            new InventoryCounts.Days(
                policy.number("stale_days"),
                policy.number("device_row_days"),
                policy.number("whole_inventories")));
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
   * @param night its date; files that speak of a later day wait
   * @return id of the snapshot that is current afterwards
   * @throws NightFailed when nothing could be published, saying why
   */
  public String run(Night night) throws Exception {
    return run(night, ReadAgain::ofUnopened);
  }

  /**
   * Runs the night, and reads again, with today's declarations, every landing file that was refused
   * or has rows set aside: what is readable now is taken in.
   *
   * @param night its date; files that speak of a later day wait
   * @return id of the snapshot that is current afterwards
   * @throws NightFailed when nothing could be published, saying why
   */
  public String runAndRetryRejected(Night night) throws Exception {
    return run(night, ReadAgain::all);
  }

  private String run(Night night, Function<List<KnownFile>, ReadAgain> again) throws Exception {
    Path lockFolder =
        settings.lake().contains("://") ? Path.of(settings.snapshots()) : Path.of(settings.lake());
    LakeLock lock = LakeLock.take(lockFolder);
    story.expect(Facts.in(policy.files(), "fact").size() + STEPS_BESIDE_FACTS);
    try (lock) {
      Lake.Commit last = story.timed("open the lake", lake::open);
      finishPublishing(last);
      List<KnownFile> known = FileLedger.known(lake.table(FILES, FileLedger.FILES_SCHEMA));
      ReadAgain readAgain = again.apply(known);
      readAgain.leavePast(InventoryCounts.SOURCES, inventories.oldestRows());
      List<FileResult> results = takeIn(night, known, readAgain);
      boolean anyNew = results.stream().anyMatch(r -> r.status() != Status.WAITING);
      if (!anyNew && isDone(last, night)) {
        story.say("Nothing new: snapshot " + last.snapshot() + " stays current.");
        return last.snapshot();
      }
      String id = publish(night, last);
      story.say("Published snapshot " + id + ".");
      return id;
    }
  }

  private boolean isDone(Lake.Commit last, Night night) {
    return last.night().equals(night.toString())
        && last.policy().equals(policy.version())
        && snapshots.opens(last.snapshot());
  }

  /**
   * A night killed between its commit and the last step left a snapshot that is not current yet.
   */
  private void finishPublishing(Lake.Commit last) throws IOException {
    if (!last.snapshot().isEmpty() && snapshots.has(last.snapshot())) {
      snapshots.makeCurrent(last.snapshot());
    }
  }

  // -- landing ------------------------------------------------------------------------------------

  private List<FileResult> takeIn(Night night, List<KnownFile> known, ReadAgain readAgain)
      throws Exception {
    Landing landing = new Landing(spark, settings.landing());
    Landing.Listing listing = landing.list(sources.byName().keySet());
    if (!listing.unknownFolders().isEmpty()) {
      story.warn(
          "Left alone, for no source is called that: "
              + String.join(", ", listing.unknownFolders())
              + ".");
    }
    Deliveries deliveries = new Deliveries(sources.byName(), known, readAgain, night.date());
    story.timed(
        "fingerprint",
        () -> {
          deliveries.decide(listing.files(), landing::fingerprint);
          return deliveries;
        });
    List<String> restated = readAgain.restated().stream().map(FileId::hex).toList();
    for (Source source : sources.byName().values()) {
      lake.delete(source.table(), "source_file_id", restated);
    }
    for (String table : List.of(FILES, REJECTED, FileLedger.FINDINGS)) {
      lake.delete(table, "source_file_id", restated);
    }
    if (!deliveries.toRead().isEmpty()) {
      story.say("Taking in");
      story.expect(deliveries.toRead().size());
    }
    story.duplicates(deliveries.waiting());
    List<FileResult> results = new ArrayList<>();
    for (Map.Entry<String, List<LandingFile>> files : deliveries.toRead().entrySet()) {
      results.addAll(takeIn(sources.byName().get(files.getKey()), files.getValue()));
    }
    List<FileResult> duplicates = deliveries.duplicates(results);
    results.addAll(duplicates);
    story.duplicates(duplicates);
    readAgain.told(results).forEach(story::say);
    readAgain.leftOut().forEach(story::warn);
    List<Row> rows = FileLedger.rows(results);
    if (!rows.isEmpty()) {
      lake.append(FILES, spark.createDataFrame(rows, FileLedger.FILES_SCHEMA));
    }
    registerViews(night);
    recountDevices(results, readAgain);
    return results;
  }

  private List<FileResult> takeIn(Source source, List<LandingFile> files) throws IOException {
    story.begin(source.name());
    long start = System.nanoTime();
    TakenIn taken =
        new Intake(spark, settings.lake() + "/_scratch")
            .takeIn(
                source,
                files,
                rows -> {
                  if (InventoryCounts.SOURCES.contains(source.name())) {
                    lake.append(source.table(), rows, "as_at");
                  } else {
                    lake.append(source.table(), rows);
                  }
                });
    lake.delete(
        source.table(), "source_file_id", taken.toUndo().stream().map(FileId::hex).toList());
    taken.rejected().ifPresent(rows -> lake.append(REJECTED, rows));
    taken.findings().ifPresent(rows -> lake.append(FileLedger.FINDINGS, rows));
    story.files(source.name(), taken.files(), (System.nanoTime() - start) / 1e9);
    return taken.files();
  }

  /** What was landed, as known on the night, as views. */
  private void registerViews(Night night) throws IOException {
    for (Source source : sources.byName().values()) {
      landed(source, night).createOrReplaceTempView(source.table());
    }
  }

  private Dataset<Row> landed(Source source, Night night) throws IOException {
    return lake.table(source.table(), Intake.tableSchema(source))
        .where(col("as_at").leq(lit(night.date())));
  }

  private void recountDevices(List<FileResult> results, ReadAgain readAgain) throws Exception {
    Set<LocalDate> restated =
        new TreeSet<>(readAgain.restatedDays(name -> name.startsWith("agents-")));
    restated.addAll(readAgain.restatedDays(name -> name.equals("software")));
    Set<LocalDate> agentDays = daysOf(results, name -> name.startsWith("agents-"));
    agentDays.addAll(readAgain.restatedDays(name -> name.startsWith("agents-")));
    Set<LocalDate> softwareDays = daysOf(results, name -> name.equals("software"));
    softwareDays.addAll(readAgain.restatedDays(name -> name.equals("software")));
    if (!agentDays.isEmpty() || !softwareDays.isEmpty()) {
      story.timed(
          "count devices",
          () -> {
            inventories.recount(agentDays, softwareDays, restated);
            return agentDays;
          });
    }
  }

  private static Set<LocalDate> daysOf(List<FileResult> results, Predicate<String> source) {
    Set<LocalDate> days = new TreeSet<>();
    for (FileResult result : results) {
      LocalDate asAt = result.asAt();
      if (source.test(result.file().source())
          && result.status() == Status.ACCEPTED
          && asAt != null) {
        days.add(asAt);
      }
    }
    return days;
  }

  // -- facts and snapshot -------------------------------------------------------------------------

  private String publish(Night night, Lake.Commit last) throws Exception {
    Path building = snapshots.building();
    Facts facts = computeFacts(night, last);
    String id =
        story.timed(
            "snapshot",
            () -> {
              try (SnapshotFile file =
                  new SnapshotFile(building.resolve(SnapshotFolder.FILE), night.date(), policy)) {
                return build(file, facts, building, snapshotBefore(night, last));
              }
            });
    SnapshotFolder.delete(building.resolve("scratch"));
    story.timed("forget what is past", () -> forget(facts));
    keepReport(building.resolve(SnapshotFolder.REPORT), night, id);
    snapshots.place(building, id);
    lake.commit(night.toString(), policy.version(), id);
    snapshots.makeCurrent(id);
    return id;
  }

  /** The last snapshot, unless it is of a later night: then the newest that is not. */
  private @Nullable Path snapshotBefore(Night night, Lake.Commit last) throws IOException {
    if (snapshots.opens(last.snapshot()) && last.night().compareTo(night.toString()) <= 0) {
      return snapshots.file(last.snapshot());
    }
    return snapshots.ids().stream()
        .filter(id -> id.compareTo(night + "~") < 0)
        .findFirst()
        .map(snapshots::file)
        .orElse(null);
  }

  /** The report lies beside the snapshot's file; that it cannot be written stops no night. */
  private void keepReport(Path path, Night night, String id) {
    try {
      story.report(night.toString(), id).write(path);
    } catch (IOException e) {
      story.warn("The report of this night could not be written: " + e.getMessage() + ".");
    }
  }

  private Facts forget(Facts facts) throws IOException {
    facts.forgetOthers();
    inventories.forgetOldRows();
    return facts;
  }

  private Facts computeFacts(Night night, Lake.Commit last) throws Exception {
    Map<String, Object> parameters = new HashMap<>(policy.parameters());
    parameters.put("night", night.date());
    Facts facts = new Facts(spark, snapshots.facts(), parameters);
    provideInputs(facts, night, last);
    facts.run(Facts.in(policy.files(), "fact"), story::fact);
    for (Practice practice : policy.practices()) {
      facts.run(policy.sql(practice), viewOf(practice), practice.parameters(), story::fact);
    }
    String seen = seenFrom(night, last);
    facts.keep(
        FILES,
        lake.state(FILES) + seen + night,
        () -> FileLedger.asKnownOn(lake.table(FILES, FileLedger.FILES_SCHEMA), night.date()));
    facts.keep(
        REJECTED,
        lake.state(FILES) + lake.state(REJECTED) + seen + night,
        () ->
            FileLedger.ofFiles(
                lake.table(REJECTED, FileLedger.REJECTED_SCHEMA), spark.table(FILES)));
    facts.keep(
        FileLedger.FINDINGS,
        lake.state(FILES) + lake.state(FileLedger.FINDINGS) + seen + night,
        () ->
            FileLedger.ofFiles(
                lake.table(FileLedger.FINDINGS, FileLedger.FINDINGS_SCHEMA), spark.table(FILES)));
    return facts;
  }

  /** Seen from a night before the newest, less is known: that tells the states apart. */
  private static String seenFrom(Night night, Lake.Commit last) {
    return night.toString().compareTo(last.night()) < 0 ? " as on " + night : "";
  }

  private void provideInputs(Facts facts, Night night, Lake.Commit last) throws IOException {
    String seen = seenFrom(night, last);
    for (Source source : sources.byName().values()) {
      facts.input(source.table(), landed(source, night), lake.state(source.table()) + seen);
    }
    for (InventoryCounts.View view : inventories.views(night.date())) {
      facts.input(view.name(), view.rows(), view.state() + seen);
    }
    List<Row> editions =
        policy.editions().stream()
            .map(
                e ->
                    RowFactory.create(
                        e.edition(), e.opensOn(), e.deadline(), e.series(), e.igVersion()))
            .collect(Collectors.toList());
    facts.input(
        "edition", spark.createDataFrame(editions, EDITION_SCHEMA), policy.editions().toString());
    List<Row> applies = new ArrayList<>();
    for (Practice practice : policy.practices()) {
      for (String type : practice.appliesTo()) {
        applies.add(RowFactory.create(practice.name(), type));
      }
    }
    facts.input("applies_to", spark.createDataFrame(applies, APPLIES_SCHEMA), applies.toString());
    for (String path : OwnFiles.below("policy")) {
      String text = OwnFiles.text(path);
      facts.input(
          path.substring("policy/".length()).replace(".csv", ""),
          spark
              .read()
              .option("header", "true")
              .csv(spark.createDataset(text.lines().toList(), Encoders.STRING())),
          text);
    }
  }

  private static String viewOf(Practice practice) {
    return "outcome_of_" + practice.name().replace('-', '_');
  }

  private String build(SnapshotFile file, Facts facts, Path building, @Nullable Path before)
      throws Exception {
    Map<String, SqlFile> byName =
        Facts.in(policy.files(), "fact").stream()
            .collect(Collectors.toMap(SqlFile::name, Function.identity()));
    file.describe(List.copyOf(sources.byName().values()), byName, building.resolve("scratch"));
    for (SqlFile fact : byName.values()) {
      if (file.hasTable(fact.name())) {
        file.load(fact.name(), facts.folder(fact.name()));
      }
    }
    for (Practice practice : policy.practices()) {
      file.loadOutcomes(practice.name(), facts.folder(viewOf(practice)));
    }
    for (String table : List.of(FILES, REJECTED, FileLedger.FINDINGS)) {
      file.load(table, facts.folder(table));
    }
    String note = file.materialise(before, policy.signalTypes());
    if (note != null) {
      story.warn(note);
    }
    file.check().forEach(story::warn);
    return file.name(isSynthetic());
  }

  private boolean isSynthetic() {
    Dataset<Row> accepted = spark.table(FILES).where(col("status").equalTo("accepted"));
    return !accepted.isEmpty() && accepted.where(col("synthetic").equalTo(false)).isEmpty();
  }

  /** Today's snapshot, if any: for those who only look. */
  static Optional<Path> currentFile(Settings settings) throws IOException {
    SnapshotFolder folder = new SnapshotFolder(Path.of(settings.snapshots()));
    Optional<String> current = folder.current();
    return current.map(folder::file).filter(Files::exists);
  }
}

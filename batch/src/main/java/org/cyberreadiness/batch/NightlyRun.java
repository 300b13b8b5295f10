package org.cyberreadiness.batch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.cyberreadiness.batch.intake.Intake.FileResult;
import org.cyberreadiness.batch.intake.Intake.Status;
import org.cyberreadiness.batch.intake.SourceReader;
import org.cyberreadiness.batch.landing.Landing;
import org.cyberreadiness.batch.landing.LandingFile;
import org.cyberreadiness.batch.policy.Policy;
import org.cyberreadiness.batch.policy.Practice;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.resource.RuleFiles;
import org.cyberreadiness.batch.run.LakeLock;
import org.cyberreadiness.batch.run.NightFailed;
import org.cyberreadiness.batch.run.Story;
import org.cyberreadiness.batch.snapshot.DuckDbBound;
import org.cyberreadiness.batch.snapshot.SnapshotBuild;
import org.cyberreadiness.batch.snapshot.SnapshotFolder;
import org.cyberreadiness.batch.validation.Source;
import org.cyberreadiness.batch.validation.Sources;
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
  private static final StructType FILES_SCHEMA =
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
          .add("modified", DataTypes.LongType);
  private static final StructType REJECTED_SCHEMA =
      new StructType()
          .add("source_file_id", DataTypes.StringType)
          .add("line", DataTypes.LongType)
          .add("column_name", DataTypes.StringType)
          .add("code", DataTypes.StringType)
          .add("reason", DataTypes.StringType)
          .add("raw", DataTypes.StringType);

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
    this(spark, settings, story, Sources.discover());
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
    return run(night, Quarantine::ofUnopened);
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
    return run(night, Quarantine::all);
  }

  private String run(Night night, Function<Dataset<Row>, Quarantine> readAgain) throws Exception {
    Path lockFolder =
        settings.lake().contains("://") ? Path.of(settings.snapshots()) : Path.of(settings.lake());
    LakeLock lock = LakeLock.take(lockFolder);
    story.expect(Facts.in(policy.files(), "fact").size() + STEPS_BESIDE_FACTS);
    try (lock) {
      Lake.Commit last = story.timed("open the lake", lake::open);
      finishPublishing(last);
      Quarantine quarantine = readAgain.apply(lake.table(FILES, FILES_SCHEMA));
      quarantine.leavePast(InventoryCounts.SOURCES, inventories.oldestRows());
      List<FileResult> results = takeIn(night, quarantine);
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

  private List<FileResult> takeIn(Night night, Quarantine quarantine) throws Exception {
    Landing landing = new Landing(spark, settings.landing());
    Landing.Listing listing = landing.list(sources.byName().keySet());
    if (!listing.unknownFolders().isEmpty()) {
      story.warn(
          "Left alone, for no source is called that: "
              + String.join(", ", listing.unknownFolders())
              + ".");
    }
    Known known = known();
    List<Landing.Listed> unseen =
        listing.files().stream()
            .filter(file -> !known.files().contains(keyOf(file)) || quarantine.mayHold(file))
            .toList();
    List<LandingFile> fresh = story.timed("fingerprint", () -> landing.fingerprint(unseen));
    Map<String, List<LandingFile>> bySource = new TreeMap<>();
    List<FileResult> duplicates = new ArrayList<>();
    Map<String, String> hashes = new HashMap<>(known.nameByHash());
    for (LandingFile file : fresh) {
      if (quarantine.readsAgain(file)) {
        bySource.computeIfAbsent(file.source(), s -> new ArrayList<>()).add(file);
        continue;
      }
      if (known.holds(file) || quarantine.stillCannotBeOpened(file)) {
        continue;
      }
      String before = hashes.putIfAbsent(file.source() + file.sha256(), file.name());
      if (before != null && !file.sha256().isEmpty()) {
        duplicates.add(
            FileResult.without(file, Status.DUPLICATE, "The same bytes as " + before + "."));
      } else {
        bySource.computeIfAbsent(file.source(), s -> new ArrayList<>()).add(file);
      }
    }
    List<FileResult> results = new ArrayList<>(duplicates);
    if (!bySource.isEmpty()) {
      story.say("Taking in");
      story.expect(bySource.size());
    }
    for (Source source : sources.byName().values()) {
      List<LandingFile> files = bySource.get(source.name());
      if (files != null) {
        results.addAll(takeIn(source, files, night, quarantine));
      }
    }
    story.duplicates(duplicates);
    quarantine.told(results).forEach(story::say);
    quarantine.leftOut().forEach(story::warn);
    recordFiles(results, night, quarantine);
    registerViews(night);
    recountDevices(results, quarantine);
    return results;
  }

  /** What the lake knows of files: by name, size and time; and name by source and hash. */
  private record Known(Set<String> files, Map<String, String> nameByHash) {
    private boolean holds(LandingFile file) {
      return files.contains(
          file.source() + "/" + file.name() + "/" + file.size() + "/" + file.modified());
    }
  }

  private Known known() throws IOException {
    Set<String> files = new HashSet<>();
    Map<String, String> nameByHash = new HashMap<>();
    for (Row row :
        lake.table(FILES, FILES_SCHEMA)
            .select("source", "name", "size", "modified", "sha256", "status")
            .collectAsList()) {
      files.add(row.get(0) + "/" + row.get(1) + "/" + row.get(2) + "/" + row.get(3));
      if (!"duplicate".equals(row.getString(5))) {
        nameByHash.put(row.getString(0) + row.getString(4), row.getString(1));
      }
    }
    return new Known(files, nameByHash);
  }

  private static String keyOf(Landing.Listed file) {
    return file.source() + "/" + file.name() + "/" + file.size() + "/" + file.modified();
  }

  private List<FileResult> takeIn(
      Source source, List<LandingFile> files, Night night, Quarantine quarantine)
      throws IOException {
    story.begin(source.name());
    long start = System.nanoTime();
    Intake intake = new SourceReader(spark).read(source, files, night.date());
    List<String> restated = quarantine.restated(intake.files());
    lake.delete(source.table(), "source_file_id", restated);
    lake.delete(REJECTED, "source_file_id", restated);
    if (intake.files().stream().anyMatch(f -> f.accepted() > 0)) {
      if (InventoryCounts.SOURCES.contains(source.name())) {
        lake.append(source.table(), intake.accepted(), "as_at");
      } else {
        lake.append(source.table(), intake.accepted());
      }
    }
    if (intake.files().stream().anyMatch(f -> f.rejected() > 0)) {
      lake.append(REJECTED, intake.rejected());
    }
    intake.cached().unpersist();
    story.files(source.name(), intake.files(), (System.nanoTime() - start) / 1e9);
    return intake.files();
  }

  private void recordFiles(List<FileResult> results, Night night, Quarantine quarantine)
      throws IOException {
    lake.delete(FILES, "source_file_id", quarantine.restated(results));
    List<Row> rows = new ArrayList<>();
    for (FileResult result : results) {
      if (result.status() == Status.WAITING) {
        continue;
      }
      LandingFile file = result.file();
      boolean duplicate = result.status() == Status.DUPLICATE;
      rows.add(
          RowFactory.create(
              duplicate ? Landing.idOf(file.id(), file.name()) : file.id(),
              file.source(),
              file.name(),
              file.sha256(),
              result.asAt(),
              quarantine.before(file).map(Quarantine.Held::night).orElse(night.date()),
              result.status().name().toLowerCase(java.util.Locale.ROOT),
              result.layout(),
              result.accepted() + result.rejected(),
              result.accepted(),
              result.rejected(),
              result.normalised(),
              result.message(),
              file.synthetic(),
              file.size(),
              file.modified()));
    }
    if (!rows.isEmpty()) {
      lake.append(FILES, spark.createDataFrame(rows, FILES_SCHEMA));
    }
  }

  /** What was landed, as known on the night, as views. */
  private void registerViews(Night night) throws IOException {
    for (Source source : sources.byName().values()) {
      landed(source, night).createOrReplaceTempView(source.table());
    }
  }

  private Dataset<Row> landed(Source source, Night night) throws IOException {
    return lake.table(source.table(), SourceReader.tableSchema(source))
        .where(col("as_at").leq(lit(night.date())));
  }

  private void recountDevices(List<FileResult> results, Quarantine quarantine) throws Exception {
    Set<LocalDate> restated = new TreeSet<>(quarantine.daysBefore("agents-"));
    restated.addAll(quarantine.daysBefore("software"));
    Set<LocalDate> agentDays = daysOf(results, name -> name.startsWith("agents-"));
    agentDays.addAll(quarantine.daysBefore("agents-"));
    Set<LocalDate> softwareDays = daysOf(results, name -> name.equals("software"));
    softwareDays.addAll(quarantine.daysBefore("software"));
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
              try (SnapshotBuild file =
                  new SnapshotBuild(building.resolve(SnapshotFolder.FILE), night.date(), policy, DuckDbBound.standard())) {
                return build(file, facts, snapshotBefore(night, last));
              }
            });
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
        lake.state(FILES) + seen,
        () ->
            lake.table(FILES, FILES_SCHEMA)
                .where(col("as_at").isNull().or(col("as_at").leq(lit(night.date())))));
    facts.keep(
        REJECTED,
        lake.state(FILES) + lake.state(REJECTED) + seen,
        () ->
            lake.table(REJECTED, REJECTED_SCHEMA)
                .join(spark.table(FILES).select("source_file_id"), "source_file_id"));
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
    for (Map.Entry<String, String> table : policy.tables().byName().entrySet()) {
      facts.input(
          table.getKey(),
          spark
              .read()
              .option("header", "true")
              .csv(spark.createDataset(table.getValue().lines().toList(), Encoders.STRING())),
          table.getValue());
    }
  }

  private static String viewOf(Practice practice) {
    return "outcome_of_" + practice.name().replace('-', '_');
  }

  private String build(SnapshotBuild file, Facts facts, @Nullable Path before) throws Exception {
    Map<String, SqlFile> byName =
        Facts.in(policy.files(), "fact").stream()
            .collect(Collectors.toMap(SqlFile::name, Function.identity()));
    file.describe(List.copyOf(sources.byName().values()), byName);
    for (SqlFile fact : byName.values()) {
      if (file.takes(fact.name())) {
        file.load(fact.name(), List.of(facts.folder(fact.name())));
      }
    }
    for (Practice practice : policy.practices()) {
      file.loadOutcomes(practice.name(), List.of(facts.folder(viewOf(practice))));
    }
    for (String table : List.of(FILES, REJECTED)) {
      file.load(table, List.of(facts.folder(table)));
    }
    String note = file.materialise(before);
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

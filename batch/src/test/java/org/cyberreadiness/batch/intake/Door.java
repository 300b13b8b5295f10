package org.cyberreadiness.batch.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.Sources;
import org.cyberreadiness.batch.landing.Deliveries;
import org.cyberreadiness.batch.landing.FileId;
import org.cyberreadiness.batch.landing.FileLedger;
import org.cyberreadiness.batch.landing.FileResult;
import org.cyberreadiness.batch.landing.KnownFile;
import org.cyberreadiness.batch.landing.Landing;
import org.cyberreadiness.batch.landing.LandingFile;
import org.cyberreadiness.batch.landing.ReadAgain;
import org.cyberreadiness.batch.run.Session;
import org.cyberreadiness.batch.validation.Source;

/** Takes landing files in, night after night, and keeps what a lake would: in lists. */
final class Door {
  private static final SparkSession SPARK = Session.open();

  private final Path data;
  private final Map<String, Source> sources;
  private final Map<String, List<Row>> tables = new TreeMap<>();

  Door(Path data) {
    this(data, Sources.all().byName());
  }

  Door(Path data, Map<String, Source> sources) {
    this.data = data;
    this.sources = sources;
  }

  /** The same folder and lake, with other declarations. */
  Door with(Map<String, Source> others) {
    Door door = new Door(data, others);
    door.tables.putAll(tables);
    return door;
  }

  /** Writes a landing file. */
  Door file(String path, String... lines) throws IOException {
    return bytes(
        path, (String.join("\n", lines) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  Door bytes(String path, byte[] bytes) throws IOException {
    Path file = data.resolve("landing").resolve(path);
    Files.createDirectories(requireNonNull(file.getParent()));
    Files.write(file, bytes);
    return this;
  }

  /** Puts all files of a folder into the landing area of a source. */
  Door folder(Path folder, String source) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes(source + "/" + folder.relativize(file), Files.readAllBytes(file));
      }
    }
    return this;
  }

  /** The file was written anew, with the same bytes. */
  Door touched(String path) throws IOException {
    Path file = data.resolve("landing").resolve(path);
    Files.setLastModifiedTime(
        file,
        java.nio.file.attribute.FileTime.fromMillis(
            Files.getLastModifiedTime(file).toMillis() + 60_000));
    return this;
  }

  /** A night; what became of the files it saw. */
  List<String> night(String date) throws IOException {
    return told(night(date, ReadAgain.ofUnopened(known())));
  }

  /** A night, for those who ask afterwards. */
  void quietly(String date) {
    try {
      night(date);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A night that reads again what was set aside. */
  List<String> nightThatReadsAgain(String date) throws IOException {
    return told(night(date, ReadAgain.all(known())));
  }

  private List<FileResult> night(String date, ReadAgain again) throws IOException {
    Landing landing = new Landing(SPARK, data.resolve("landing").toString());
    Deliveries deliveries = new Deliveries(sources, known(), again, LocalDate.parse(date));
    deliveries.decide(landing.list(sources.keySet()).files(), landing::fingerprint);
    Set<FileId> restated = Set.copyOf(again.restated());
    tables.values().forEach(rows -> takeOut(rows, restated));
    List<FileResult> results = new ArrayList<>();
    Intake intake = new Intake(SPARK, data.resolve("scratch").toString());
    for (Map.Entry<String, List<LandingFile>> files : deliveries.toRead().entrySet()) {
      Source source = requireNonNull(sources.get(files.getKey()));
      List<Row> table = table(source.table());
      TakenIn taken =
          intake.takeIn(source, files.getValue(), rows -> table.addAll(rows.collectAsList()));
      takeOut(table, Set.copyOf(taken.toUndo()));
      taken.rejected().ifPresent(rows -> table(FileLedger.REJECTED).addAll(rows.collectAsList()));
      taken.findings().ifPresent(rows -> table(FileLedger.FINDINGS).addAll(rows.collectAsList()));
      results.addAll(taken.files());
    }
    results.addAll(deliveries.duplicates(results));
    table(FileLedger.FILES).addAll(FileLedger.rows(results));
    results.addAll(deliveries.waiting());
    return results;
  }

  private static void takeOut(List<Row> rows, Set<FileId> ids) {
    rows.removeIf(row -> ids.contains(new FileId(row.getString(0))));
  }

  private static List<String> told(List<FileResult> results) {
    return results.stream()
        .map(
            result ->
                result.file().source()
                    + "/"
                    + result.file().name()
                    + " "
                    + result.status()
                    + " "
                    + result.asAt()
                    + " "
                    + result.accepted()
                    + "+"
                    + result.rejected())
        .toList();
  }

  private List<Row> table(String name) {
    return tables.computeIfAbsent(name, any -> new ArrayList<>());
  }

  private List<KnownFile> known() {
    return FileLedger.known(ledger());
  }

  private Dataset<Row> ledger() {
    return SPARK.createDataFrame(table(FileLedger.FILES), FileLedger.FILES_SCHEMA);
  }

  /** The ledger as a snapshot of the night shows it. */
  List<String> shown(String night, String... columns) {
    FileLedger.asKnownOn(ledger(), LocalDate.parse(night)).createOrReplaceTempView("shown_file");
    return ask("select " + String.join(", ", columns) + " from shown_file order by name");
  }

  /** Rows of a query on the tables as the lake would hold them, values joined by blanks. */
  List<String> ask(String sql) {
    ledger().createOrReplaceTempView(FileLedger.FILES);
    SPARK
        .createDataFrame(table(FileLedger.REJECTED), FileLedger.REJECTED_SCHEMA)
        .createOrReplaceTempView(FileLedger.REJECTED);
    SPARK
        .createDataFrame(table(FileLedger.FINDINGS), FileLedger.FINDINGS_SCHEMA)
        .createOrReplaceTempView(FileLedger.FINDINGS);
    for (Source source : sources.values()) {
      SPARK
          .createDataFrame(table(source.table()), Intake.tableSchema(source))
          .createOrReplaceTempView(source.table());
    }
    return SPARK.sql(sql).collectAsList().stream()
        .map(
            row ->
                Stream.iterate(0, i -> i < row.size(), i -> i + 1)
                    .map(i -> String.valueOf(row.get(i)))
                    .collect(java.util.stream.Collectors.joining(" ")))
        .toList();
  }
}

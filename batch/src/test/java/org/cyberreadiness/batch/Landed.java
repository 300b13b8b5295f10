package org.cyberreadiness.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.run.Session;
import org.cyberreadiness.batch.run.Story;
import org.cyberreadiness.batch.snapshot.SnapshotFolder;

/** A data folder for a test: puts files into its landing area, runs nights, asks the snapshot. */
final class Landed {
  /** Settings for a handful of rows: to compile a query costs more than to interpret it. */
  static final Map<String, String> FOR_FEW_ROWS =
      Map.of(
          "spark.sql.shuffle.partitions", "1",
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN");

  private static final SparkSession SPARK = Session.open();

  private final Path data;
  private final Map<String, String> environment;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  Landed(Path data) {
    this(data, Map.of());
  }

  Landed(Path data, Map<String, String> environment) {
    this.data = data;
    this.environment = environment;
  }

  /** Writes a landing file. */
  Landed file(String path, String... lines) throws IOException {
    Path file = data.resolve("landing").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
    return this;
  }

  /** Runs a night; returns the id of the snapshot that is current afterwards. */
  String night(String date) throws Exception {
    return nightWith(Sources.all(), date);
  }

  /** Runs a night as an earlier version of the batch did, with other declarations. */
  String nightWith(Sources sources, String date) throws Exception {
    return run(sources).run(new Night(LocalDate.parse(date)));
  }

  /** Runs a night that reads again what was set aside. */
  String nightThatRetriesRejected(String date) throws Exception {
    return run(Sources.all()).runAndRetryRejected(new Night(LocalDate.parse(date)));
  }

  private NightlyRun run(Sources sources) {
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    return new NightlyRun(
        session(), Settings.of(data.toString(), environment), new Story(out), sources);
  }

  /** A session for a handful of rows. */
  private static SparkSession session() {
    SparkSession session = SPARK.newSession();
    FOR_FEW_ROWS.forEach(session.conf()::set);
    return session;
  }

  /** All that nights have told. */
  String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  /** Rows of a query on the current snapshot, each as its values joined by blanks. */
  List<String> ask(String sql) throws IOException, SQLException {
    SnapshotFolder folder = new SnapshotFolder(data.resolve("snapshots"));
    return ask(folder.current().orElseThrow(), sql);
  }

  /** Every row that the current snapshot holds of landed files, each after its table's name. */
  List<String> content() throws IOException, SQLException {
    List<String> all = new ArrayList<>();
    for (String table :
        ask(
            "select table_name from duckdb_tables() where table_name not in ('snapshot',"
                + " 'change', 'check_result', 'vocabulary', 'dataset', 'dataset_column', 'practice', 'edition', 'source')"
                + " order by 1")) {
      String without = table.equals("source_file") ? " exclude (night)" : "";
      for (String row : ask("select *" + without + " from " + table + " order by all")) {
        all.add(table + " " + row);
      }
    }
    return all;
  }

  /** Rows of a query on a snapshot. */
  List<String> ask(String id, String sql) throws SQLException {
    Path file = new SnapshotFolder(data.resolve("snapshots")).file(id);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(rows.getString(i)));
        }
        found.add(String.join(" ", values));
      }
      return found;
    }
  }
}

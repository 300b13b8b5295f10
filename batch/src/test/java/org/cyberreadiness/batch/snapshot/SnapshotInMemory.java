package org.cyberreadiness.batch.snapshot;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * An empty snapshot in memory, made from the same text as the published one, to be filled by a
 * test: from small CSV files that give only the columns a case is about, or by SQL.
 */
final class SnapshotInMemory implements AutoCloseable {
  /** What a column holds when a case does not say, as SQL over the columns before it. */
  private static final Map<String, List<Filler>> FILLERS =
      Map.of(
          "organisation_version",
          List.of(
              new Filler("name", "ods_code"),
              new Filler("type", "'trust'"),
              new Filler("state", "'open'"),
              new Filler("listed_in_ods", "true"),
              new Filler("known_from", "date '1900-01-01'"),
              new Filler("source_file_id", "'example'"),
              new Filler("line", "1")),
          "succession",
          List.of(
              new Filler("reason", "'reconfiguration'"),
              new Filler("known_from", "date '1900-01-01'")),
          "expected_devices",
          List.of(
              new Filler("known_from", "date '1900-01-01'"),
              new Filler("source_file_id", "'example'"),
              new Filler("line", "1")),
          "cqc_rating_version",
          List.of(
              new Filler("domain", "'Well-led'"),
              new Filler("inherited", "false"),
              new Filler("known_from", "published_on"),
              new Filler("source_file_id", "'example'"),
              new Filler("line", "1")),
          "toolkit_status",
          List.of(new Filler("source_file_id", "'example'"), new Filler("line", "1")),
          "practice",
          List.of(
              new Filler("title", "practice"),
              new Filler("question", "practice"),
              new Filler("good", "'high'"),
              new Filler("numerator", "'met'"),
              new Filler("denominator", "'assessed'"),
              new Filler("why", "'example'"),
              new Filler("rule_source", "'example'"),
              new Filler("position", "1")),
          "edition",
          List.of(new Filler("opens_on", "deadline::date - 300"), new Filler("series", "'dspt'")),
          "practice_outcome",
          List.of(
              new Filler("practice", "'toolkit'"),
              new Filler(
                  "cycle_end",
                  "coalesce((select e.deadline from edition as e where e.edition = cycle),"
                      + " last_day(try_cast(cycle || '-01' as date)))"),
              new Filler("value", "numerator::double / denominator::double"),
              new Filler("is_late", "false"),
              new Filler("known_from", "cycle_end")));

  /** Tables in the order in which a case fills them: later ones look things up in earlier ones. */
  private static final List<String> TABLES =
      List.of(
          "source",
          "source_file",
          "region",
          "icb",
          "edition",
          "practice",
          "signal",
          "answering_period",
          "organisation_version",
          "expected_devices",
          "succession",
          "series_break",
          "toolkit_status",
          "cqc_rating_version",
          "practice_outcome");

  private final Connection connection;

  private SnapshotInMemory(Connection connection) {
    this.connection = connection;
  }

  static SnapshotInMemory empty() throws SQLException {
    var settings = new Properties();
    settings.setProperty("threads", "2");
    var file = new SnapshotInMemory(DriverManager.getConnection("jdbc:duckdb:", settings));
    for (var statements : Contract.schema()) {
      file.execute(statements);
    }
    for (var statements : Contract.formulas()) {
      file.execute(statements);
    }
    return file;
  }

  /** Empties the tables that a case fills, for the next one. */
  void clear() throws SQLException {
    for (var table : TABLES) {
      execute("delete from " + table);
    }
  }

  /**
   * Fills each table that has a CSV file of its name in the folder or, failing that, in the folder
   * of defaults.
   */
  void load(Path folder, Path defaults) throws SQLException, IOException {
    for (var table : TABLES) {
      for (var place : List.of(folder, defaults)) {
        var csv = place.resolve(table + ".csv");
        if (Files.exists(csv)) {
          load(table, csv);
          break;
        }
      }
    }
  }

  private void load(String table, Path csv) throws SQLException, IOException {
    List<String> given = List.of(Files.readAllLines(csv).getFirst().split(","));
    List<Filler> missing =
        FILLERS.getOrDefault(table, List.of()).stream()
            .filter(filler -> !given.contains(filler.column()))
            .filter(filler -> !filler.column().equals("value") || given.contains("numerator"))
            .toList();
    var rows = "read_csv('%s', header = true, all_varchar = true, nullstr = '')".formatted(csv);
    for (var filler : missing) {
      rows = "(select *, %s as %s from %s)".formatted(filler.expression(), filler.column(), rows);
    }
    execute("insert into %s by name select * from %s".formatted(table, rows));
  }

  DuckDBConnection duckdb() throws SQLException {
    return connection.unwrap(DuckDBConnection.class);
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The answer to a query: its rows, in its order. */
  List<Row> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      var rows = new ArrayList<Row>();
      while (answer.next()) {
        var cells = new ArrayList<@Nullable Object>();
        for (var i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
          cells.add(answer.getObject(i));
        }
        rows.add(new Row(cells));
      }
      return rows;
    }
  }

  double number(String expression) throws SQLException {
    return rows("select cast(" + expression + " as double)").getFirst().number(0);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private record Filler(String column, String expression) {}

  /** One row of an answer. */
  record Row(List<@Nullable Object> cells) {
    /** The cell as people write it; a null is empty. */
    String text(int column) {
      var cell = cells.get(column);
      return cell == null ? "" : cell.toString();
    }

    double number(int column) {
      return cells.get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    @Override
    public String toString() {
      return cells.stream().map(String::valueOf).collect(joining(","));
    }
  }
}

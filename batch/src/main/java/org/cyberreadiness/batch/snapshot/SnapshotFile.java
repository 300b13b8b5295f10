package org.cyberreadiness.batch.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.policy.Policy;
import org.cyberreadiness.batch.policy.Practice;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.run.NightFailed;
import org.cyberreadiness.batch.validation.Source;
import org.jspecify.annotations.Nullable;

/**
 * Builds one snapshot file:
 *
 * <ol>
 *   <li>makes the tables from the contract and fills the words, the policy and the sources
 *   <li>loads every fact that has a table, in the order of its key
 *   <li>makes the formulas, and materialises trend and repeat failing for the night
 *   <li>runs the checks; one of severity fail ends it
 *   <li>names the snapshot after the hash of its content
 * </ol>
 */
public final class SnapshotFile implements AutoCloseable {
  private static final int SCHEMA_VERSION = 1;
  private static final int KEY_COLUMNS = 3;
  private static final String MEMORY = "1500MB";
  private static final String VOCABULARY = "snapshot/vocabulary/";

  private final Connection connection;
  private final LocalDate night;
  private final Policy policy;

  /**
   * Makes the file and its tables.
   *
   * @param path where; must not exist
   * @param night the night
   * @param policy rules in force
   */
  public SnapshotFile(Path path, LocalDate night, Policy policy) throws SQLException {
    this.night = night;
    this.policy = policy;
    connection = DriverManager.getConnection("jdbc:duckdb:" + path);
    // beside Spark's heap: what does not fit goes to disk, beside the file
    execute("set memory_limit = '" + MEMORY + "'");
    for (String statements : Contract.schema()) {
      execute(statements);
    }
    // its night is asked for while it is built; the id is known at the end
    describeItself("building", false);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Fills vocabulary, dataset, dataset_column, practice, edition and source. */
  public void describe(List<Source> sources, Map<String, SqlFile> facts, Path scratch)
      throws SQLException, IOException {
    Files.createDirectories(scratch);
    for (String path : OwnFiles.below("snapshot/vocabulary")) {
      Path copy = scratch.resolve(path.substring(VOCABULARY.length()));
      Files.writeString(copy, OwnFiles.text(path));
    }
    try (Stream<Path> copies = Files.list(scratch)) {
      for (Path copy : copies.sorted().toList()) {
        describeOne(copy);
      }
    }
    describeColumns(scratch);
    try (PreparedStatement insert =
        connection.prepareStatement("insert into source values (?, ?, ?, ?, ?)")) {
      for (Source source : sources) {
        insert.setString(1, source.name());
        insert.setString(2, source.title());
        insert.setObject(3, source.cadenceDays());
        insert.setString(4, source.description());
        insert.setBoolean(5, source.asAt().isWhole());
        insert.execute();
      }
    }
    describePolicy(facts);
  }

  private void describeOne(Path copy) throws SQLException {
    String name = copy.getFileName().toString().replace(".csv", "");
    if (name.equals("dataset_column")) {
      return;
    }
    String csv = "read_csv('" + copy + "', header = true, all_varchar = true)";
    if (name.equals("dataset")) {
      execute(
          "insert into dataset select v.dataset, v.title, v.grain, t.comment from "
              + csv
              + " as v join duckdb_tables() as t on t.table_name = v.dataset");
    } else {
      execute(
          "insert into vocabulary select '"
              + name
              + "', code, label, label_plural, cast(position as integer), meaning, source from "
              + csv);
    }
  }

  private void describeColumns(Path scratch) throws SQLException {
    execute(
        "insert into dataset_column select c.table_name, c.column_name, c.column_index,"
            + " c.data_type, e.unit, c.comment, coalesce(e.sensitivity, d.sensitivity)"
            + " from duckdb_columns() as c join read_csv('"
            + scratch.resolve("dataset.csv")
            + "', header = true, all_varchar = true) as d on d.dataset = c.table_name"
            + " left join read_csv('"
            + scratch.resolve("dataset_column.csv")
            + "', header = true, all_varchar = true) as e"
            + " on e.dataset = c.table_name and e.column_name = c.column_name");
  }

  private void describePolicy(Map<String, SqlFile> facts) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into edition values (?, ?, ?, ?)")) {
      for (Policy.Edition edition : policy.editions()) {
        insert.setString(1, edition.edition());
        insert.setObject(2, edition.opensOn());
        insert.setObject(3, edition.deadline());
        insert.setString(4, edition.series());
        insert.execute();
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement("insert into series_break values (?, ?, ?, ?)")) {
      for (Policy.Break broken : policy.breaks()) {
        insert.setString(1, broken.practice());
        insert.setString(2, broken.type());
        insert.setString(3, broken.cycle());
        insert.setString(4, broken.reason());
        insert.execute();
      }
    }
    int position = 0;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into practice values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Practice practice : policy.practices()) {
        Array types = connection.createArrayOf("VARCHAR", practice.appliesTo().toArray());
        insert.setString(1, practice.name());
        insert.setString(2, practice.title());
        insert.setString(3, practice.question());
        insert.setArray(4, types);
        insert.setString(5, practice.cycle());
        if (practice.threshold() == null) {
          insert.setNull(6, Types.DOUBLE);
        } else {
          insert.setDouble(6, practice.threshold());
        }
        insert.setString(7, practice.good());
        insert.setString(8, practice.numerator());
        insert.setString(9, practice.denominator());
        insert.setString(10, practice.why());
        insert.setString(11, practice.ruleSource());
        insert.setInt(12, practice.repeatFailed());
        insert.setInt(13, practice.repeatOf());
        insert.setInt(14, ++position);
        insert.setString(15, practice.silence());
        insert.setInt(16, practice.debounce());
        insert.setString(17, policy.version(practice, facts));
        insert.execute();
      }
    }
  }

  /** True when the contract has a table of this name. */
  public boolean hasTable(String name) throws SQLException {
    return !columns(name).isEmpty();
  }

  private List<String> columns(String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select column_name from duckdb_columns() where table_name = ? and not internal"
                + " order by column_index")) {
      query.setString(1, table);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
    }
    return columns;
  }

  /**
   * Loads a fact into its table, ordered by the table's first columns (its key), so that look-ups
   * touch few blocks.
   *
   * @param table table of the contract
   * @param parquet folder of Parquet files that has all its columns
   */
  public void load(String table, Path parquet) throws SQLException {
    List<String> names = columns(table).stream().map(name -> '"' + name + '"').toList();
    String columns = String.join(", ", names);
    String key = String.join(", ", names.subList(0, Math.min(KEY_COLUMNS, names.size())));
    execute(
        "insert into "
            + table
            + " ("
            + columns
            + ") select "
            + columns
            + " from read_parquet('"
            + parquet
            + "/*.parquet') order by "
            + key);
  }

  /**
   * Loads the outcomes of one practice.
   *
   * @param practice its name
   * @param parquet folder of Parquet files with the columns of practice_outcome but the practice
   */
  public void loadOutcomes(String practice, Path parquet) throws SQLException {
    execute(
        "insert into practice_outcome by name select '"
            + practice
            + "' as practice, * from read_parquet('"
            + parquet
            + "/*.parquet') order by ods_code, cycle_end, known_from");
  }

  /**
   * Makes the formulas, and what every visitor sees as tables; then what changed since the snapshot
   * before.
   *
   * @param before file of that snapshot; null when there is none
   * @param signalTypes organisation types that signals are made for
   * @return what an operator should know; null when nothing
   */
  public @Nullable String materialise(@Nullable Path before, List<String> signalTypes)
      throws SQLException {
    for (String statements : Contract.formulas()) {
      execute(statements);
    }
    String day = "date '" + night + "'";
    execute(
        "insert into repeat_failure by name from repeat_failure_as_at(" + day + ") order by all");
    execute("insert into trend by name from trend_as_at(" + day + ") order by all");
    execute(
        "insert into targeting_signal by name from targeting_signal_until("
            + day
            + ", "
            + signalTypes.stream().map(type -> "'" + type + "'").toList()
            + ") order by as_of, ods_code, signal");
    return new SnapshotBefore(connection, night.toString()).compare(before);
  }

  /**
   * Runs the checks.
   *
   * @return sentences of those that warn
   * @throws NightFailed naming every check of severity fail that does not hold
   */
  public List<String> check() throws SQLException, NightFailed {
    List<String> failed = new ArrayList<>();
    List<String> warned = new ArrayList<>();
    for (Checks.Violation violation : Checks.run(connection)) {
      String sentence =
          violation.check().statement()
              + " Broken "
              + violation.count()
              + (violation.count() == 1 ? " time: " : " times, for example: ")
              + violation.example();
      (violation.check().severity().equals("fail") ? failed : warned).add(sentence);
    }
    if (!failed.isEmpty()) {
      throw new NightFailed(
          "Nothing was published, the last snapshot stays current. " + String.join(" ", failed));
    }
    return warned;
  }

  /**
   * Names the snapshot after its night and content, and writes its own row.
   *
   * @return the id: the same inputs and night always give the same
   */
  public String name(boolean synthetic) throws SQLException {
    String id = night + "-" + contentHash();
    execute("delete from snapshot");
    describeItself(id, synthetic);
    return id;
  }

  private void describeItself(String id, boolean synthetic) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into snapshot values (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, id);
      insert.setDate(2, Date.valueOf(night));
      insert.setInt(3, SCHEMA_VERSION);
      insert.setString(4, policy.version());
      insert.setTimestamp(
          5,
          Timestamp.valueOf(
              LocalDateTime.ofInstant(
                  Instant.now().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC)));
      insert.setBoolean(6, synthetic);
      insert.execute();
    }
  }

  /**
   * Hash over all rows of all tables, whatever their order. What follows from the nights that were
   * run, and not from the files and the day, is left out: the night of taking in, the changes since
   * the snapshot before, and the checks that compare with it.
   */
  private String contentHash() throws SQLException {
    StringBuilder all = new StringBuilder(policy.version());
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select table_name from duckdb_tables() where table_name not in ('snapshot',"
                    + " 'change', 'check_result') and not temporary order by 1")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    for (String table : tables) {
      String rowsOf =
          table.equals("source_file") ? "(select * exclude (night) from source_file)" : table;
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "select count(*), sum(cast(hash(t) as hugeint)) from " + rowsOf + " as t")) {
        rows.next();
        all.append('|').append(table).append(rows.getLong(1)).append(rows.getString(2));
      }
    }
    try (PreparedStatement statement = connection.prepareStatement("select substr(md5(?), 1, 8)")) {
      statement.setString(1, all.toString());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  /** Writes everything to the file and lets go of it. */
  @Override
  public void close() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("checkpoint");
    } finally {
      connection.close();
    }
  }
}

package org.cyberreadiness.batch.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.policy.Policy;
import org.cyberreadiness.batch.run.NightFailed;
import org.cyberreadiness.batch.validation.Source;
import org.jspecify.annotations.Nullable;

/**
 * Builds one snapshot file:
 *
 * <ol>
 *   <li>makes the tables from the contract and fills the words, the policy and the sources
 *   <li>loads every fact that has a table, in the order of its key
 *   <li>makes the formulas, and materialises what every visitor sees for the night
 *   <li>tells what changed since the snapshot before
 *   <li>runs the checks; one of severity fail ends it
 *   <li>names the snapshot after the hash of its content
 * </ol>
 */
public final class SnapshotBuild implements AutoCloseable {
  /** Version of the contract; it grows when a column goes or changes its meaning. */
  static final int SCHEMA_VERSION = 2;

  private static final int KEY_COLUMNS = 3;

  /** Tables that the build itself makes from others: a fact of that name is not loaded. */
  private static final Set<String> MADE_HERE = Set.of("organisation", "trend", "repeat_failure");

  private final Duck duck;
  private final Path scratch;
  private final LocalDate night;
  private final Policy policy;

  /**
   * Makes the file and its tables.
   *
   * @param path where; must not exist
   * @param night the night
   * @param policy rules in force
   * @param bound memory and threads it may take
   */
  public SnapshotBuild(Path path, LocalDate night, Policy policy, DuckDbBound bound)
      throws SQLException {
    this.night = night;
    this.policy = policy;
    scratch = path.resolveSibling("scratch.csv");
    duck = new Duck(DriverManager.getConnection("jdbc:duckdb:" + path));
    duck.run("set memory_limit = ?", bound.memory());
    duck.run("set threads = ?", bound.threads());
    for (String statements : Contract.schema()) {
      duck.run(statements);
    }
    // its night is asked for while it is built; the id is known at the end
    describeItself("building", false);
  }

  /** Fills words, sources and policy. */
  public void describe(List<Source> sources, Map<String, SqlFile> facts)
      throws SQLException, IOException {
    new Dictionary(duck, scratch).write(sources);
    new Rules(duck, policy, scratch).write(facts);
  }

  /** True when a fact of this name is loaded into a table of the contract. */
  public boolean takes(String fact) throws SQLException {
    return !MADE_HERE.contains(fact) && !duck.columns(fact).isEmpty();
  }

  /**
   * Loads a fact into its table, ordered by the table's first columns (its key), so that look-ups
   * touch few blocks.
   *
   * @param table table of the contract
   * @param folders folders of Parquet files that have all its columns
   */
  public void load(String table, List<Path> folders) throws SQLException, IOException {
    List<String> names = duck.columns(table).stream().map(name -> '"' + name + '"').toList();
    String columns = String.join(", ", names);
    String key = String.join(", ", names.subList(0, Math.min(KEY_COLUMNS, names.size())));
    List<String> files = parquet(folders);
    if (!files.isEmpty()) {
      duck.run(
          "insert into %s (%s) select %s from read_parquet(?) order by %s"
              .formatted(table, columns, columns, key),
          files);
    }
  }

  /**
   * Loads the outcomes of one practice.
   *
   * @param practice its name
   * @param folders folders of Parquet files with the columns of practice_outcome but the practice
   */
  public void loadOutcomes(String practice, List<Path> folders) throws SQLException, IOException {
    List<String> files = parquet(folders);
    if (!files.isEmpty()) {
      duck.run(
          "insert into practice_outcome by name select cast(? as varchar) as practice, *"
              + " from read_parquet(?) order by ods_code, cycle_end, known_from",
          practice,
          files);
    }
  }

  private static List<String> parquet(List<Path> folders) throws IOException {
    List<String> files = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> entries = Files.list(folder)) {
        entries
            .map(Path::toString)
            .filter(name -> name.endsWith(".parquet"))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  /**
   * Makes the formulas, and what every visitor sees as tables; then what changed since the snapshot
   * before.
   *
   * @param before file of that snapshot; null when there is none
   * @return what an operator should know; null when nothing
   */
  public @Nullable String materialise(@Nullable Path before) throws SQLException {
    new Figures(duck, night).write(policy.signalTypes());
    return new SnapshotBefore(duck, night).compare(before);
  }

  /**
   * Runs the checks.
   *
   * @return sentences of those that warn
   * @throws NightFailed naming every check of severity fail that does not hold
   */
  public List<String> check() throws SQLException, NightFailed {
    List<Checks.Violation> violations = Checks.of(policy.files()).run(duck);
    List<String> failed = sentences(violations, true);
    if (!failed.isEmpty()) {
      throw new NightFailed(
          "Nothing was published, the last snapshot stays current. " + String.join(" ", failed));
    }
    return sentences(violations, false);
  }

  private static List<String> sentences(List<Checks.Violation> violations, boolean isFailing) {
    return violations.stream()
        .filter(violation -> violation.check().isFailing() == isFailing)
        .map(Checks.Violation::sentence)
        .toList();
  }

  /**
   * Names the snapshot after its night and content, and writes its own row.
   *
   * @return the id: the same inputs and night always give the same
   */
  public String name(boolean synthetic) throws SQLException {
    String id = night + "-" + ContentHash.of(duck, policy.version());
    duck.run("delete from snapshot");
    describeItself(id, synthetic);
    return id;
  }

  private void describeItself(String id, boolean synthetic) throws SQLException {
    duck.run(
        "insert into snapshot values (?, ?, ?, ?, ?, ?)",
        id,
        night,
        SCHEMA_VERSION,
        policy.version(),
        LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS),
        synthetic);
  }

  /** Writes everything to the file and lets go of it. */
  @Override
  public void close() throws SQLException {
    try {
      duck.run("checkpoint");
    } finally {
      duck.connection().close();
    }
  }
}

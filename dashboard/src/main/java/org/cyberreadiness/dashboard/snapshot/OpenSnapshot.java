package org.cyberreadiness.dashboard.snapshot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * One snapshot file, open for reading for as long as anybody holds it: whoever opened it, and every
 * lease. DuckDB has one instance a path, so a path is never opened twice at once.
 */
final class OpenSnapshot {

  static final int SCHEMA_VERSION = 2;

  private final Path file;
  private final DuckDBConnection root;
  private final SnapshotFacts facts;
  private final AtomicInteger holders = new AtomicInteger(1);
  private final Results results;

  private OpenSnapshot(Path file, DuckDBConnection root, SnapshotFacts facts, int resultsKept) {
    this.file = file;
    this.root = root;
    this.facts = facts;
    this.results = new Results(resultsKept);
  }

  /** Opens {@code <folder>/readiness.duckdb}; the caller is its first holder. */
  static OpenSnapshot open(Path folder, int resultsKept) {
    Path file = folder.resolve("readiness.duckdb");
    if (!Files.isRegularFile(file)) {
      throw new NoSnapshotException(
          "Cannot open snapshot %s: there is no file %s. Run ./readiness nightly again."
              .formatted(folder.getFileName(), file));
    }
    DuckDBConnection root = null;
    try {
      Properties properties = new Properties();
      properties.setProperty(DuckDBDriver.DUCKDB_READONLY_PROPERTY, "true");
      properties.setProperty("enable_external_access", "false");
      properties.setProperty("lock_configuration", "true");
      properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
      root = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + file, properties);
      if (root == null) {
        throw new SQLException("DuckDB does not know the address jdbc:duckdb:" + file);
      }
      SnapshotFacts facts = facts(root);
      if (facts.schemaVersion() != SCHEMA_VERSION) {
        throw new NoSnapshotException(
            "Cannot read snapshot %s: it was written in version %d of the contract, this dashboard reads version %d. Run ./readiness nightly with the same version as the dashboard."
                .formatted(facts.id(), facts.schemaVersion(), SCHEMA_VERSION));
      }
      OpenSnapshot open = new OpenSnapshot(file, root, facts, resultsKept);
      root = null;
      return open;
    } catch (SQLException e) {
      NoSnapshotException problem =
          new NoSnapshotException(
              "Cannot open snapshot %s: %s".formatted(folder.getFileName(), e.getMessage()));
      problem.initCause(e);
      throw problem;
    } finally {
      closeQuietly(root);
    }
  }

  private static SnapshotFacts facts(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select snapshot_id, night, schema_version, policy_version, published_at, synthetic,
                  coalesce((select min(as_at) from source_file where status = 'accepted'), night) as first_day
                from snapshot
                """)) {
      if (!row.next()) {
        throw new SQLException("its table snapshot is empty");
      }
      return Rows.of(SnapshotRow.class, row.getMetaData()).read(row).facts();
    }
  }

  record SnapshotRow(
      String snapshotId,
      LocalDate night,
      int schemaVersion,
      String policyVersion,
      java.time.Instant publishedAt,
      boolean synthetic,
      LocalDate firstDay) {
    SnapshotFacts facts() {
      return new SnapshotFacts(
          snapshotId, night, schemaVersion, policyVersion, publishedAt, synthetic, firstDay);
    }
  }

  SnapshotFacts facts() {
    return facts;
  }

  Path file() {
    return file;
  }

  Results results() {
    return results;
  }

  /** A connection of its own for one query; the caller closes it. */
  Connection connection() throws SQLException {
    return root.duplicate();
  }

  /**
   * True when the caller is now a holder; false when the last one has left and the file is closed.
   */
  boolean hold() {
    return holders.updateAndGet(n -> n == 0 ? 0 : n + 1) > 0;
  }

  /** The caller no longer reads; the last one closes the file. */
  boolean leave() {
    if (holders.decrementAndGet() > 0) {
      return false;
    }
    closeQuietly(root);
    return true;
  }

  private static void closeQuietly(@org.jspecify.annotations.Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        System.getLogger(OpenSnapshot.class.getName())
            .log(System.Logger.Level.WARNING, "Cannot close a snapshot", e);
      }
    }
  }
}

package org.cyberreadiness.dashboard.snapshot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;

/**
 * Runs queries: a few at a time and in turn, because DuckDB is bound by the processor; each is
 * cancelled when its time is over. Downloads have their own turn, so that they never hold up a
 * page.
 */
final class QueryRunner implements AutoCloseable {

  @FunctionalInterface
  interface Reader<R> {
    R read(ResultSet rows) throws Exception;
  }

  private final Semaphore queries;
  private final Semaphore exports;
  private final Duration queryTimeout;
  private final Duration exportTimeout;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("query-timeout").factory());

  QueryRunner(SnapshotSettings settings) {
    this.queries = new Semaphore(settings.queriesAtOnce(), true);
    this.exports = new Semaphore(settings.exportsAtOnce(), true);
    this.queryTimeout = settings.queryTimeout();
    this.exportTimeout = settings.exportTimeout();
  }

  <R> R query(
      OpenSnapshot snapshot, Sql sql, Map<String, @Nullable Object> parameters, Reader<R> reader) {
    return run(snapshot, sql, parameters, reader, queries, queryTimeout);
  }

  <R> R export(
      OpenSnapshot snapshot, Sql sql, Map<String, @Nullable Object> parameters, Reader<R> reader) {
    return run(snapshot, sql, parameters, reader, exports, exportTimeout);
  }

  private <R> R run(
      OpenSnapshot snapshot,
      Sql sql,
      Map<String, @Nullable Object> parameters,
      Reader<R> reader,
      Semaphore permits,
      Duration timeout) {
    waitForTurn(permits, sql, timeout);
    AtomicBoolean timedOut = new AtomicBoolean();
    try {
      boolean itsNight = snapshot.facts().night().equals(parameters.get("as_at"));
      ParsedSql parsed =
          NamedParameterUtils.parseSqlStatement(itsNight ? sql.textForItsNight() : sql.text());
      MapSqlParameterSource source = new MapSqlParameterSource(parameters);
      String text = NamedParameterUtils.substituteNamedParameters(parsed, source);
      @Nullable Object[] values = NamedParameterUtils.buildValueArray(parsed, source, null);
      try (Connection connection = snapshot.connection();
          PreparedStatement statement = connection.prepareStatement(text)) {
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        ScheduledFuture<?> cancellation =
            clock.schedule(
                () -> cancel(statement, timedOut), timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (ResultSet rows = statement.executeQuery()) {
          return reader.read(rows);
        } finally {
          cancellation.cancel(false);
        }
      }
    } catch (QueryException e) {
      throw e;
    } catch (Exception e) {
      if (timedOut.get()) {
        throw new QueryException(
            "Cannot finish %s within %s. Ask for less, or try again when fewer people ask."
                .formatted(sql, timeout),
            e);
      }
      throw new QueryException(
          "Cannot run %s on snapshot %s with %s: %s"
              .formatted(sql, snapshot.facts().id(), parameters, e.getMessage()),
          e);
    } finally {
      permits.release();
    }
  }

  private static void waitForTurn(Semaphore permits, Sql sql, Duration timeout) {
    try {
      if (!permits.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new QueryException(
            "Cannot run %s: others were before it for %s. Try again.".formatted(sql, timeout));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueryException("Cannot run %s: the server is stopping".formatted(sql), e);
    }
  }

  private static void cancel(PreparedStatement statement, AtomicBoolean timedOut) {
    timedOut.set(true);
    try {
      statement.cancel();
    } catch (SQLException e) {
      System.getLogger(QueryRunner.class.getName())
          .log(System.Logger.Level.WARNING, "Cannot cancel a query", e);
    }
  }

  /** Reads all rows into records. */
  static <T> Reader<List<T>> into(Class<T> row) {
    return rows -> {
      Rows<T> reader = Rows.of(row, rows.getMetaData());
      List<T> all = new java.util.ArrayList<>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return List.copyOf(all);
    };
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}

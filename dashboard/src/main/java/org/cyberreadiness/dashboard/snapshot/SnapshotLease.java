package org.cyberreadiness.dashboard.snapshot;

import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The right to read one snapshot until it is closed. A page takes one lease for all its queries, so
 * that its figures agree, even when a newer snapshot is published in between.
 */
public final class SnapshotLease implements AutoCloseable {

  /** Takes the rows of a download one by one; the result set is streamed. */
  @FunctionalInterface
  public interface RowsReader {
    void read(ResultSet rows) throws Exception;
  }

  private final OpenSnapshot snapshot;
  private final QueryRunner runner;
  private final Runnable onClose;
  private final AtomicBoolean closed = new AtomicBoolean();

  SnapshotLease(OpenSnapshot snapshot, QueryRunner runner, Runnable onClose) {
    this.snapshot = snapshot;
    this.runner = runner;
    this.onClose = onClose;
  }

  public SnapshotFacts facts() {
    return snapshot.facts();
  }

  /**
   * All rows; answers are kept for as long as the snapshot is open. Named markers as {@code
   * :as_at}.
   */
  public <T> List<T> list(Sql sql, Class<T> row, Map<String, ? extends @Nullable Object> with) {
    stillOpen();
    Map<String, @Nullable Object> parameters = new java.util.HashMap<>(with);
    return snapshot
        .results()
        .answer(
            sql.address(),
            parameters,
            row,
            () -> runner.query(snapshot, sql, parameters, QueryRunner.into(row)));
  }

  /** The one row there may be. */
  public <T> Optional<T> first(
      Sql sql, Class<T> row, Map<String, ? extends @Nullable Object> with) {
    List<T> rows = list(sql, row, with);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
  }

  /** The one row there must be. */
  public <T> T one(Sql sql, Class<T> row, Map<String, ? extends @Nullable Object> with) {
    List<T> rows = list(sql, row, with);
    if (rows.size() != 1) {
      throw new QueryException(
          "Cannot read one row from %s: there are %d".formatted(sql, rows.size()));
    }
    return rows.getFirst();
  }

  /** Streams all rows to a download; memory stays flat. */
  public void stream(Sql sql, Map<String, ? extends @Nullable Object> with, RowsReader reader) {
    stillOpen();
    Map<String, @Nullable Object> parameters = new java.util.HashMap<>(with);
    runner.<Boolean>export(
        snapshot,
        sql,
        parameters,
        rows -> {
          reader.read(rows);
          return true;
        });
  }

  private void stillOpen() {
    if (closed.get()) {
      throw new IllegalStateException(
          "Cannot read snapshot %s: this lease was given back".formatted(snapshot.facts().id()));
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      onClose.run();
    }
  }
}

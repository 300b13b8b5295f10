package org.cyberreadiness.batch.history;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.NavigableSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * First and last day that a table's rows speak of.
 *
 * @param oldest first day; null where the table has no row, or no day
 * @param newest last day; null likewise
 */
record Span(@Nullable LocalDate oldest, @Nullable LocalDate newest) {
  static final Span NONE = new Span(null, null);

  /** As a commit kept it. */
  static Span of(Commit.Kept kept) {
    return new Span(day(kept.oldest()), day(kept.newest()));
  }

  /**
   * Of rows.
   *
   * @param days days that the table is divided by, which spare a look at the rows; else none
   */
  static Span of(Dataset<Row> rows, NavigableSet<LocalDate> days) {
    if (!Arrays.asList(rows.columns()).contains(LakeTable.AS_AT)) {
      return NONE;
    }
    if (!days.isEmpty()) {
      return new Span(days.first(), days.last());
    }
    Row found = rows.agg(min(LakeTable.AS_AT), max(LakeTable.AS_AT)).head();
    return new Span((LocalDate) found.get(0), (LocalDate) found.get(1));
  }

  /** To be kept by a commit. */
  Commit.Kept kept(String state, long tidied) {
    return new Commit.Kept(state, text(oldest), text(newest), tidied);
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }
}

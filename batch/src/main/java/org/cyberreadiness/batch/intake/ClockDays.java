package org.cyberreadiness.batch.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.Source;
import org.jspecify.annotations.Nullable;

/**
 * The day of a file that neither name nor folder dates: the largest of its values, wrong clocks
 * left out. A clock is wrong when its rows lie more than 400 days after all the others and are at
 * most a quarter of the file's.
 */
final class ClockDays {
  private static final int FAR_DAYS = 400;
  private static final int FEW = 4;
  private static final int SECONDS_OF_A_DAY = 86_400;

  private final NavigableMap<Long, Integer> rowsOfDay = new TreeMap<>();
  private int rows;

  /** Hears the value, a date or a time, of one row. */
  void add(Object value) {
    rowsOfDay.merge(dayOf(value), 1, Integer::sum);
    rows++;
  }

  /** The file's day; null when no row has a value. */
  @Nullable LocalDate day() {
    if (rowsOfDay.isEmpty()) {
      return null;
    }
    long day = rowsOfDay.lastKey();
    long later = day;
    int rowsAfter = 0;
    for (Map.Entry<Long, Integer> entry : rowsOfDay.descendingMap().entrySet()) {
      if (rowsAfter * FEW > rows) {
        break;
      }
      if (later - entry.getKey() > FAR_DAYS) {
        day = entry.getKey();
      }
      later = entry.getKey();
      rowsAfter += entry.getValue();
    }
    return LocalDate.ofEpochDay(day);
  }

  /** Days since 1970 of a date, or of a time in UTC. */
  static long dayOf(Object value) {
    return value instanceof Instant time
        ? Math.floorDiv(time.getEpochSecond(), SECONDS_OF_A_DAY)
        : ((LocalDate) value).toEpochDay();
  }

  /**
   * The rule of one file: no row was seen after it.
   *
   * @param column the column, and its place among the source's columns
   * @param fileDay day the file speaks of
   * @param lastDay last day a row may be of
   */
  static Source.RowRule rule(String column, int place, LocalDate fileDay, LocalDate lastDay) {
    long last = lastDay.toEpochDay();
    return row -> {
      Object value = row.value(place);
      return value == null || dayOf(value) <= last
          ? null
          : new Finding(
              column,
              RejectReason.INVALID_DATE,
              "The row is of "
                  + LocalDate.ofEpochDay(dayOf(value))
                  + ", seen after the day of its file, "
                  + fileDay
                  + ".");
    };
  }
}

package org.cyberreadiness.batch.counting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one counted day of one source.
 *
 * @param night the day
 * @param source whose rows were counted
 * @param rows rows taken in
 * @param devices devices counted
 * @param rule hash of the rule they were counted by; empty for counts of an older release
 * @param content tells the day's counts from all others; null where there are none
 */
record CountedDay(
    LocalDate night,
    String source,
    long rows,
    long devices,
    String rule,
    @Nullable String content) {
  CountedDay {
    if (rows < 0 || devices < 0) {
      throw new IllegalArgumentException("A day has no fewer rows than none: " + night);
    }
  }

  /** Rows that are no device counted: the device stands in another row of the day. */
  long repeats() {
    return rows - devices;
  }
}

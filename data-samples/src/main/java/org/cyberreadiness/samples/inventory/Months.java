package org.cyberreadiness.samples.inventory;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The month-ends at which inventories are kept. */
final class Months {
  static final YearMonth LAST = YearMonth.of(2024, 8);

  private Months() {}

  /** So many month-ends, the last being the end of August 2024. */
  static List<LocalDate> ends(int many) {
    return Stream.iterate(LAST, month -> month.minusMonths(1))
        .limit(many)
        .map(YearMonth::atEndOfMonth)
        .sorted()
        .toList();
  }
}

package org.cyberreadiness.batch.validation;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Dates as texts. */
final class Dates {
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2199;

  /** Formatters are not serialisable; they are made once for each JVM. */
  private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

  private Dates() {}

  /** The date in the first of the patterns that fits, from 1800 to 2199. */
  static LocalDate parse(String raw, String expected, String... patterns) throws UnreadableValue {
    for (String pattern : patterns) {
      DateTimeFormatter formatter = FORMATTERS.computeIfAbsent(pattern, Dates::formatter);
      // that a pattern does not fit is ordinary; an exception each time would be dear
      ParsePosition end = new ParsePosition(0);
      if (formatter.parseUnresolved(raw, end) == null || end.getIndex() != raw.length()) {
        continue;
      }
      try {
        LocalDate day = LocalDate.parse(raw, formatter);
        if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
          return day;
        }
      } catch (DateTimeException e) {
        // a day the calendar does not have; the next pattern may fit, or it is reported below
      }
    }
    throw new UnreadableValue(RejectReason.INVALID_DATE, expected);
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}

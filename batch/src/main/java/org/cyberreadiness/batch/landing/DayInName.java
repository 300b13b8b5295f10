package org.cyberreadiness.batch.landing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day, or the month, that a file's name gives.
 *
 * @param first the day; of a month its first
 * @param last the day; of a month its last
 */
record DayInName(LocalDate first, LocalDate last) {
  private static final String EDGE = "(?<![0-9])";
  private static final Pattern ISO =
      Pattern.compile(EDGE + "((?:19|20)\\d{2})[-_.](\\d{2})[-_.](\\d{2})(?![0-9])");
  private static final Pattern BRITISH =
      Pattern.compile(EDGE + "(\\d{2})[-_. ](\\d{2})[-_. ]((?:19|20)\\d{2})(?![0-9])");
  private static final Pattern COMPACT =
      Pattern.compile(EDGE + "((?:19|20)\\d{2})(\\d{2})(\\d{2})(?![0-9])");
  private static final Pattern MONTH =
      Pattern.compile(EDGE + "((?:19|20)\\d{2})-(\\d{2})(?![0-9-])");
  private static final Pattern TIME =
      Pattern.compile("\\d{2,4}[ T_](\\d{2})[_:.](\\d{2})[_:.](\\d{2})(?![0-9])");
  private static final Pattern FOLDER = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /**
   * The day in a file's name: {@code 2022-09-09}, {@code 09_09_2022}, {@code 20220909}, or a month
   * {@code 2022-09}; null when there is none.
   */
  static @Nullable DayInName ofFile(String fileName) {
    LocalDate day = first(ISO, fileName, 1, 2, 3);
    day = day != null ? day : first(BRITISH, fileName, 3, 2, 1);
    day = day != null ? day : first(COMPACT, fileName, 1, 2, 3);
    if (day != null) {
      return new DayInName(day, day);
    }
    LocalDate month = first(MONTH, fileName, 1, 2, 0);
    return month == null ? null : new DayInName(month, YearMonth.from(month).atEndOfMonth());
  }

  /** The day of the innermost folder named YYYY-MM-DD; null when there is none. */
  static @Nullable LocalDate ofFolders(String path) {
    String[] parts = path.split("/", -1);
    for (int i = parts.length - 2; i >= 0; i--) {
      if (FOLDER.matcher(parts[i]).matches()) {
        return first(ISO, parts[i], 1, 2, 3);
      }
    }
    return null;
  }

  /** The time of day in a name as HHmmss; empty when there is none. */
  static String timeOfDay(String fileName) {
    Matcher matcher = TIME.matcher(fileName);
    return matcher.find() ? matcher.group(1) + matcher.group(2) + matcher.group(3) : "";
  }

  private static @Nullable LocalDate first(
      Pattern pattern, String text, int year, int month, int day) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      try {
        return LocalDate.of(
            Integer.parseInt(matcher.group(year)),
            Integer.parseInt(matcher.group(month)),
            day == 0 ? 1 : Integer.parseInt(matcher.group(day)));
      } catch (DateTimeException e) {
        // such as 2022_31_12: the next match may be a day
      }
    }
    return null;
  }
}

package org.cyberreadiness.dashboard.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every figure, share, interval and date as people read it. Nothing else formats them. */
public final class Figures {

  /** What a cell says where there is nothing to say; the reason stands beside it. */
  public static final String DASH = "–";

  /** Below this many a share says nothing. */
  public static final long FEWEST_TO_COMPARE = 10;

  private static final Locale WORDS = Locale.UK;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", WORDS);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.US);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", WORDS);
  private static final DateTimeFormatter SHORT_MONTH =
      DateTimeFormatter.ofPattern("MMM yyyy", Locale.US);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", WORDS).withZone(LONDON);
  private static final List<String> SMALL =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
  private static final List<String> QUARTERS =
      List.of("January to March", "April to June", "July to September", "October to December");
  private static final List<String> SHORT_QUARTERS =
      List.of("Jan–Mar", "Apr–Jun", "Jul–Sep", "Oct–Dec");

  private Figures() {}

  /** 64,201 */
  public static String count(long number) {
    return String.format(WORDS, "%,d", number);
  }

  /** A number that may have a fraction: 64,201 or 0.5. */
  public static String number(double number) {
    return number == Math.rint(number)
        ? count((long) number)
        : String.format(WORDS, "%,.1f", number);
  }

  /** '57 trusts', '1 trust'. */
  public static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** 'four editions', 'one edition', '12 editions': for sentences. */
  public static String inWords(long number, String one, String many) {
    return inWords(number) + " " + (number == 1 ? one : many);
  }

  /** 'four', 'no', '12': small numbers as a sentence has them. */
  public static String inWords(long number) {
    return number >= 0 && number < SMALL.size() ? SMALL.get((int) number) : count(number);
  }

  /** 27.0 % */
  public static String percent(double share) {
    return String.format(WORDS, "%.1f %%", 100 * share);
  }

  /** '57 of 211' */
  public static String ofAll(long part, long all) {
    return count(part) + " of " + count(all);
  }

  /** '57 of 211 (27.0 %)', below ten '3 of 7'. */
  public static String share(long part, long all) {
    return all < FEWEST_TO_COMPARE
        ? ofAll(part, all)
        : ofAll(part, all) + " (" + percent((double) part / all) + ")";
  }

  /**
   * '57 of 211 (27.0 %, 21.4 to 33.4)', below ten '3 of 7, too few to compare'.
   *
   * @param lower lower end of the interval of part / all, null where there is none
   * @param upper its upper end
   */
  public static String share(long part, long all, @Nullable Double lower, @Nullable Double upper) {
    if (all < FEWEST_TO_COMPARE) {
      return ofAll(part, all) + ", too few to compare";
    }
    if (lower == null || upper == null) {
      return share(part, all);
    }
    return ofAll(part, all)
        + " ("
        + percent((double) part / all)
        + ", "
        + interval(lower, upper)
        + ")";
  }

  /** '21.4 to 33.4' */
  public static String interval(double lower, double upper) {
    return String.format(WORDS, "%.1f to %.1f", 100 * lower, 100 * upper);
  }

  /** '4 fewer', '3 more', 'no change'. */
  public static String difference(long now, long before) {
    if (now == before) {
      return "no change";
    }
    return now < before ? count(before - now) + " fewer" : count(now - before) + " more";
  }

  /** 9 September 2022 */
  public static String date(LocalDate day) {
    return LONG.format(day);
  }

  /** 9 Sep 2022, for tables */
  public static String shortDate(@Nullable LocalDate day) {
    return day == null ? DASH : SHORT.format(day);
  }

  /** '10 September 2022, 03:14' in London */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  /** A cycle as a sentence has it: '21/22', 'September 2022', 'July to September 2022'. */
  public static String cycle(String cycle) {
    return cycle(cycle, MONTH, QUARTERS);
  }

  /** A cycle as a table has it: '21/22', 'Sep 2022', 'Jul–Sep 2022'. */
  public static String shortCycle(String cycle) {
    return cycle(cycle, SHORT_MONTH, SHORT_QUARTERS);
  }

  private static String cycle(String cycle, DateTimeFormatter months, List<String> quarters) {
    if (cycle.matches("\\d{4}-\\d{2}")) {
      return months.format(YearMonth.parse(cycle));
    }
    if (cycle.matches("\\d{4}-Q[1-4]")) {
      return quarters.get(cycle.charAt(6) - '1') + " " + cycle.substring(0, 4);
    }
    return cycle;
  }
}

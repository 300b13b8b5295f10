package org.cyberreadiness.batch.validation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of columns that sources have. */
public final class Columns {
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_CODE = 32;

  private Columns() {}

  /** Free text, at most 4,000 characters. */
  public static Column text(String name, String description) {
    return Column.of(
        name,
        Column.Type.TEXT,
        description,
        "text",
        raw -> {
          if (raw.length() > LONGEST_TEXT) {
            throw new UnreadableValue(RejectReason.TOO_LONG, "at most 4,000 characters");
          }
          return raw;
        });
  }

  /** An ODS code; put in upper case (other sources write it in lower case). */
  public static Column odsCode(String name, String description) {
    return Column.of(
        name,
        Column.Type.TEXT,
        description,
        "an ODS code: letters, digits and dashes",
        raw -> {
          String code = raw.toUpperCase(Locale.ROOT);
          if (!isCode(code)) {
            throw new UnreadableValue(
                RejectReason.INVALID_CODE,
                "an ODS code of letters, digits and dashes, at most 32 characters");
          }
          return code.equals(raw) ? code : new Column.PutInOrder(code);
        });
  }

  private static boolean isCode(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' && i > 0)) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= LONGEST_CODE;
  }

  /** A word of a closed list, compared without case; the value kept is the listed one. */
  public static Column word(String name, String description, String... words) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (String word : words) {
      meanings.put(word, word);
    }
    return word(name, description, meanings);
  }

  /**
   * A word of a closed list with synonyms: what people write to what is kept. Saying a thing in
   * another of its words is no dirt, and is not counted as such.
   */
  public static Column word(String name, String description, Map<String, String> meanings) {
    HashMap<String, String> folded = new HashMap<>();
    meanings.forEach((word, kept) -> folded.put(word.toLowerCase(Locale.ROOT), kept));
    HashMap<String, String> exact = new HashMap<>(meanings);
    // in the order given where there is one, for pages and messages are the same every time
    Set<String> words =
        meanings instanceof LinkedHashMap ? meanings.keySet() : new TreeSet<>(meanings.keySet());
    String expected = "one of: " + String.join(", ", words);
    return Column.of(
        name,
        Column.Type.TEXT,
        description,
        expected,
        raw -> {
          String kept = exact.get(raw);
          if (kept == null) {
            kept = folded.get(raw.toLowerCase(Locale.ROOT));
          }
          if (kept == null) {
            throw new UnreadableValue(RejectReason.UNKNOWN_WORD, expected);
          }
          return kept;
        });
  }

  /** A text that fits a regular expression as a whole, such as an identifier. */
  public static Column pattern(String name, String description, String regex, String expected) {
    Pattern pattern = Pattern.compile(regex);
    return Column.of(
        name,
        Column.Type.TEXT,
        description,
        expected,
        raw -> {
          if (!pattern.matcher(raw).matches()) {
            throw new UnreadableValue(RejectReason.INVALID_CODE, expected);
          }
          return raw;
        });
  }

  /** A date in one of the given patterns (java.time, strict). */
  public static Column date(String name, String description, String... patterns) {
    String expected =
        "a date as "
            + Arrays.stream(patterns)
                .map(pattern -> pattern.replace('u', 'y').toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    return Column.of(
        name, Column.Type.DATE, description, expected, raw -> Dates.parse(raw, expected, patterns));
  }

  /** An ISO 8601 date. */
  public static Column isoDate(String name, String description) {
    return date(name, description, "uuuu-MM-dd");
  }

  /** An ISO 8601 time; without zone it is UTC, a date alone is its first moment. */
  public static Column instant(String name, String description) {
    return Column.of(name, Column.Type.INSTANT, description, Instants.EXPECTED, Instants::parse);
  }

  /** A time as milliseconds since 1970 (UTC), or as ISO 8601. */
  public static Column epochMillis(String name, String description) {
    return Column.of(
        name,
        Column.Type.INSTANT,
        description,
        Instants.EXPECTED_MILLIS,
        Instants::parseMillis);
  }

  /** A whole number within bounds. */
  public static Column whole(String name, String description, long least, long most) {
    String expected = "a whole number from " + least + " to " + most;
    return Column.of(
        name,
        Column.Type.WHOLE,
        description,
        expected,
        raw -> {
          try {
            long value = Long.parseLong(raw);
            if (value >= least && value <= most) {
              return value;
            }
          } catch (NumberFormatException e) {
            // reported below
          }
          throw new UnreadableValue(RejectReason.INVALID_NUMBER, expected);
        });
  }

  /** A yes or no, written Y or N (or in full). */
  public static Column yesNo(String name, String description) {
    return flag(name, description, List.of("Y", "Yes"), List.of("N", "No"));
  }

  /** A yes or no in the words given. */
  public static Column flag(String name, String description, List<String> yes, List<String> no) {
    HashMap<String, Boolean> meanings = new HashMap<>();
    yes.forEach(word -> meanings.put(word.toLowerCase(Locale.ROOT), true));
    no.forEach(word -> meanings.put(word.toLowerCase(Locale.ROOT), false));
    String expected = "one of: " + String.join(", ", yes) + ", " + String.join(", ", no);
    return Column.of(
        name,
        Column.Type.FLAG,
        description,
        expected,
        raw -> {
          Boolean meaning = meanings.get(raw.toLowerCase(Locale.ROOT));
          if (meaning == null) {
            throw new UnreadableValue(RejectReason.UNKNOWN_WORD, expected);
          }
          return meaning;
        });
  }
}

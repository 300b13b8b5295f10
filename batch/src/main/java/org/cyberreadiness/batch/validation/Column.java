package org.cyberreadiness.batch.validation;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One typed column of a source: how its raw text is read and what it means. Reader, quarantine and
 * the generated page of the source all work from this declaration.
 *
 * @param name name in the lake
 * @param type type in the lake
 * @param isRequired true when an empty value sets the row aside
 * @param isPersonal true when the raw value is masked wherever it is kept
 * @param description what it says, in one sentence
 * @param expected what it may hold, in words
 * @param parser raw text to value
 */
public record Column(
    String name,
    Type type,
    boolean isRequired,
    boolean isPersonal,
    String description,
    String expected,
    Parser parser)
    implements Serializable {

  /** Types a column can have. */
  public enum Type {
    TEXT,
    DATE,
    INSTANT,
    WHOLE,
    DECIMAL,
    FLAG
  }

  /** Turns trimmed, non-empty raw text into a value; a null result means that nothing was said. */
  @FunctionalInterface
  public interface Parser extends Serializable {
    @Nullable Object parse(String raw) throws UnreadableValue;
  }

  /**
   * A value that was put in order: dirt the domain knows was taken off it, and that is counted.
   *
   * @param value the value
   */
  public record PutInOrder(Object value) {}

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,31}");
  private static final int LONGEST_TEXT = 4_000;

  /** Free text, at most 4,000 characters. */
  public static Column text(String name, String description) {
    return new Column(
        name,
        Type.TEXT,
        false,
        false,
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
    return new Column(
        name,
        Type.TEXT,
        false,
        false,
        description,
        "an ODS code: letters, digits and dashes",
        raw -> {
          String code = raw.toUpperCase(Locale.ROOT);
          if (!CODE.matcher(code).matches()) {
            throw new UnreadableValue(
                RejectReason.INVALID_CODE,
                "an ODS code of letters, digits and dashes, at most 32 characters");
          }
          return code.equals(raw) ? code : new PutInOrder(code);
        });
  }

  /** A word of a closed list, compared without case; the value kept is the listed one. */
  public static Column word(String name, String description, String... words) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (String word : words) {
      meanings.put(word, word);
    }
    return word(name, description, meanings);
  }

  /** A word of a closed list with synonyms: what people write to what is kept. */
  public static Column word(String name, String description, Map<String, String> meanings) {
    Map<String, String> folded = new LinkedHashMap<>();
    meanings.forEach((word, kept) -> folded.put(word.toLowerCase(Locale.ROOT), kept));
    // in the order given where there is one, for pages and messages are the same every time
    Set<String> words =
        meanings instanceof LinkedHashMap ? meanings.keySet() : new TreeSet<>(meanings.keySet());
    String known = String.join(", ", words);
    return new Column(
        name,
        Type.TEXT,
        false,
        false,
        description,
        "one of: " + known,
        raw -> {
          String kept = folded.get(raw.toLowerCase(Locale.ROOT));
          if (kept == null) {
            throw new UnreadableValue(RejectReason.UNKNOWN_WORD, "one of: " + known);
          }
          return kept.equals(raw) ? kept : new PutInOrder(kept);
        });
  }

  /** A text that fits a regular expression as a whole, such as an identifier. */
  public static Column pattern(String name, String description, String regex, String expected) {
    Pattern pattern = Pattern.compile(regex);
    return new Column(
        name,
        Type.TEXT,
        false,
        false,
        description,
        expected,
        raw -> {
          if (!pattern.matcher(raw).matches()) {
            throw new UnreadableValue(RejectReason.INVALID_CODE, expected);
          }
          return raw;
        });
  }

  /** A time as milliseconds since 1970 (UTC), or as ISO 8601. */
  public static Column epochMillis(String name, String description) {
    String expected = "milliseconds since 1970, or an ISO 8601 time";
    return new Column(
        name,
        Type.INSTANT,
        false,
        false,
        description,
        expected,
        raw -> {
          if (!raw.matches("-?[0-9]{1,19}")) {
            return parseInstant(raw);
          }
          long millis = raw.length() > 15 ? -1 : Long.parseLong(raw);
          if (millis < 0) {
            throw new UnreadableValue(RejectReason.INVALID_NUMBER, expected);
          }
          return Instant.ofEpochMilli(millis);
        });
  }

  /** A yes or no, written Y or N (or in full). */
  public static Column yesNo(String name, String description) {
    return flag(name, description, List.of("Y", "Yes"), List.of("N", "No"));
  }

  /** A date in one of the given patterns (java.time, strict). */
  public static Column date(String name, String description, String... patterns) {
    String expected =
        "a date as "
            + Arrays.stream(patterns)
                .map(pattern -> pattern.replace('u', 'y').toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    return new Column(
        name,
        Type.DATE,
        false,
        false,
        description,
        expected,
        raw -> {
          for (DateTimeFormatter formatter : Formatters.of(patterns)) {
            try {
              LocalDate day = LocalDate.parse(raw, formatter);
              if (day.getYear() >= 1800 && day.getYear() < 2200) {
                return day;
              }
            } catch (DateTimeParseException e) {
              // the next pattern may fit; if none does, that is reported below
            }
          }
          throw new UnreadableValue(RejectReason.INVALID_DATE, expected);
        });
  }

  /** An ISO 8601 date. */
  public static Column isoDate(String name, String description) {
    return date(name, description, "uuuu-MM-dd");
  }

  /** An ISO 8601 time; without zone it is UTC, a date alone is its first moment. */
  public static Column instant(String name, String description) {
    return new Column(
        name,
        Type.INSTANT,
        false,
        false,
        description,
        "an ISO 8601 time",
        raw -> parseInstant(raw));
  }

  /** A whole number within bounds. */
  public static Column whole(String name, String description, long least, long most) {
    String expected = "a whole number from " + least + " to " + most;
    return new Column(
        name,
        Type.WHOLE,
        false,
        false,
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

  /** A yes or no in the words given. */
  public static Column flag(String name, String description, List<String> yes, List<String> no) {
    String expected = "one of: " + String.join(", ", yes) + ", " + String.join(", ", no);
    return new Column(
        name,
        Type.FLAG,
        false,
        false,
        description,
        expected,
        raw -> {
          if (yes.stream().anyMatch(raw::equalsIgnoreCase)) {
            return true;
          }
          if (no.stream().anyMatch(raw::equalsIgnoreCase)) {
            return false;
          }
          throw new UnreadableValue(RejectReason.UNKNOWN_WORD, expected);
        });
  }

  /** The same column, but an empty value sets the row aside. */
  public Column required() {
    return new Column(name, type, true, isPersonal, description, expected, parser);
  }

  /** The same column, read by another parser. */
  public Column parsedBy(String nowExpected, Parser nowParser) {
    return new Column(name, type, isRequired, isPersonal, description, nowExpected, nowParser);
  }

  private static Instant parseInstant(String raw) throws UnreadableValue {
    try {
      if (raw.length() == 10) {
        return LocalDate.parse(raw).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      String iso = raw.length() > 10 && raw.charAt(10) == ' ' ? raw.replaceFirst(" ", "T") : raw;
      boolean zoned =
          iso.endsWith("Z")
              || iso.endsWith("z")
              || iso.indexOf('+') > 10
              || iso.lastIndexOf('-') > 10;
      return zoned
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new UnreadableValue(RejectReason.INVALID_DATE, "an ISO 8601 time");
    }
  }

  /** Formatters are not serialisable; they are made once for each JVM. */
  private static final class Formatters {
    private static final Map<String, DateTimeFormatter> KNOWN =
        new java.util.concurrent.ConcurrentHashMap<>();

    static List<DateTimeFormatter> of(String... patterns) {
      return Arrays.stream(patterns)
          .map(
              pattern ->
                  KNOWN.computeIfAbsent(
                      pattern,
                      p ->
                          DateTimeFormatter.ofPattern(p, Locale.ROOT)
                              .withResolverStyle(ResolverStyle.STRICT)))
          .toList();
    }
  }
}

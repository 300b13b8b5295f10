package org.cyberreadiness.batch.validation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Times as texts. A time before 1990 or after 2199 is no time: programs write their zero (0001, of
 * Go and .NET; 1970) where they know none.
 */
final class Instants {
  static final String EXPECTED = "an ISO 8601 time from 1990 to 2199";
  static final String EXPECTED_MILLIS =
      "milliseconds since 1970, or an ISO 8601 time, from 1990 to 2199";

  private static final long FIRST = Instant.parse("1990-01-01T00:00:00Z").getEpochSecond();
  private static final long END = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond();
  private static final int DATE_LENGTH = 10;
  private static final int SECONDS_LENGTH = 19;
  private static final int MOST_DIGITS = 15;

  private Instants() {}

  /** An ISO 8601 time; without zone it is UTC, a date alone is its first moment. */
  static Instant parse(String raw) throws UnreadableValue {
    return parse(raw, EXPECTED);
  }

  /** Milliseconds since 1970, or an ISO 8601 time. */
  static Instant parseMillis(String raw) throws UnreadableValue {
    if (!isNumber(raw)) {
      return parse(raw, EXPECTED_MILLIS);
    }
    Instant time =
        raw.length() > MOST_DIGITS ? Instant.EPOCH : Instant.ofEpochMilli(Long.parseLong(raw));
    if (!isInBounds(time)) {
      throw new UnreadableValue(RejectReason.INVALID_NUMBER, EXPECTED_MILLIS);
    }
    return time;
  }

  private static boolean isNumber(String raw) {
    int start = raw.startsWith("-") ? 1 : 0;
    for (int i = start; i < raw.length(); i++) {
      if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
        return false;
      }
    }
    return raw.length() > start;
  }

  private static Instant parse(String raw, String expected) throws UnreadableValue {
    try {
      Instant time = isPlain(raw) ? plain(raw) : any(raw);
      if (isInBounds(time)) {
        return time;
      }
    } catch (DateTimeException e) {
      // reported below
    }
    throw new UnreadableValue(RejectReason.INVALID_DATE, expected);
  }

  private static boolean isInBounds(Instant time) {
    return time.getEpochSecond() >= FIRST && time.getEpochSecond() < END;
  }

  /** The form that agents write a million times: {@code 2022-09-09T12:00:00.1234567Z}. */
  private static boolean isPlain(String raw) {
    int last = raw.length() - 1;
    if (last < SECONDS_LENGTH || last > SECONDS_LENGTH + 10 || raw.charAt(last) != 'Z') {
      return false;
    }
    for (int i = 0; i < last; i++) {
      char c = raw.charAt(i);
      char form = i < SECONDS_LENGTH ? "0000-00-00T00:00:00".charAt(i) : i == 19 ? '.' : '0';
      if (form == '0' ? c < '0' || c > '9' : c != form) {
        return false;
      }
    }
    return last != SECONDS_LENGTH + 1;
  }

  private static Instant plain(String raw) {
    long day = LocalDate.of(number(raw, 0, 4), number(raw, 5, 7), number(raw, 8, 10)).toEpochDay();
    int hour = number(raw, 11, 13);
    int minute = number(raw, 14, 16);
    int second = number(raw, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) {
      throw new DateTimeException("No time of a day");
    }
    int nanos = 0;
    if (raw.length() > SECONDS_LENGTH + 1) {
      nanos = number(raw, SECONDS_LENGTH + 1, raw.length() - 1);
      for (int digits = raw.length() - SECONDS_LENGTH - 2; digits < 9; digits++) {
        nanos *= 10;
      }
    }
    return Instant.ofEpochSecond(day * 86_400 + hour * 3_600L + minute * 60L + second, nanos);
  }

  private static int number(String raw, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + raw.charAt(i) - '0';
    }
    return number;
  }

  private static Instant any(String raw) {
    if (raw.length() == DATE_LENGTH) {
      return LocalDate.parse(raw).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    String iso =
        raw.length() > DATE_LENGTH && raw.charAt(DATE_LENGTH) == ' '
            ? raw.replaceFirst(" ", "T")
            : raw;
    boolean isZoned =
        iso.endsWith("Z")
            || iso.endsWith("z")
            || iso.indexOf('+') > DATE_LENGTH
            || iso.lastIndexOf('-') > DATE_LENGTH;
    return isZoned
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }
}

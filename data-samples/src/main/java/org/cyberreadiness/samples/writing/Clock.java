package org.cyberreadiness.samples.writing;

import java.time.LocalDate;

/** Writes times as ISO 8601 in UTC, without asking where the program runs. */
public final class Clock {
  private Clock() {}

  public static String at(LocalDate day, int secondOfDay) {
    return day + "T" + time(secondOfDay) + "Z";
  }

  /** As the agents' interfaces write it, to a tenth of a microsecond. */
  public static String preciselyAt(LocalDate day, int secondOfDay) {
    return day + "T" + time(secondOfDay) + ".0000000Z";
  }

  private static String time(int secondOfDay) {
    return two(secondOfDay / 3600) + ":" + two(secondOfDay / 60 % 60) + ":" + two(secondOfDay % 60);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}

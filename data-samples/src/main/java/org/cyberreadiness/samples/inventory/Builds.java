package org.cyberreadiness.samples.inventory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The monthly patches of a release: one on the second Tuesday of each month while it is supported.
 * The revision numbers are made up; they only grow.
 */
final class Builds {
  private static final YearMonth FIRST = YearMonth.of(2022, 10);
  private static final YearMonth LAST = YearMonth.of(2024, 9);
  private static final int FIRST_REVISION = 2130;
  private static final int STEP = 97;

  /** Releases that still get patches somewhere between the first month and the last. */
  static final List<Release> PATCHED =
      List.of(
          Releases.WINDOWS_10_20H2,
          Releases.WINDOWS_10_21H2,
          Releases.WINDOWS_10_22H2,
          Releases.WINDOWS_11_22H2,
          Releases.WINDOWS_11_23H2,
          Releases.SERVER_2016,
          Releases.SERVER_2019,
          Releases.SERVER_2022);

  private static final Map<Release, List<Build>> KNOWN = new ConcurrentHashMap<>();

  private Builds() {}

  static List<Build> of(Release release) {
    return KNOWN.computeIfAbsent(release, Builds::released);
  }

  private static List<Build> released(Release release) {
    List<Build> builds = new ArrayList<>();
    int revision = FIRST_REVISION + release.build() % 1000;
    for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
      LocalDate day = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.TUESDAY));
      revision += STEP + month.getMonthValue() * 3;
      if (release.isSupportedOn(day)) {
        boolean critical = month.getMonthValue() % 6 != 0;
        builds.add(new Build(release, release.build() + "." + revision, day, critical));
      }
    }
    return List.copyOf(builds);
  }

  /** The newest build that was out on a day, or the release as it first came. */
  static String newest(Release release, LocalDate day) {
    String newest = release.build() + "." + FIRST_REVISION;
    for (Build build : of(release)) {
      if (!build.releasedOn().isAfter(day)) {
        newest = build.number();
      }
    }
    return newest;
  }

  record Build(Release release, String number, LocalDate releasedOn, boolean critical) {}
}

package org.cyberreadiness.samples.inventory;

import java.time.LocalDate;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.chance.Shares;

/** Which release a device runs on a day, as organisations move from one to the next. */
final class Upgrades {
  private static final Shares<Release> SERVERS =
      Shares.upTo(0.35, Releases.SERVER_2016)
          .then(0.8, Releases.SERVER_2019)
          .rest(Releases.SERVER_2022);
  private static final LocalDate LATEST_10_FROM = LocalDate.of(2022, 11, 1);
  private static final LocalDate LATEST_10_BY = LocalDate.of(2024, 5, 20);
  private static final LocalDate WINDOWS_11_FROM = LocalDate.of(2023, 1, 1);
  private static final LocalDate WINDOWS_11_BY = LocalDate.of(2025, 12, 31);
  private static final LocalDate RELEASE_23H2_FROM = LocalDate.of(2023, 12, 1);
  private static final LocalDate MENDED_FROM = LocalDate.of(2023, 4, 1);
  private static final LocalDate MENDED_BY = LocalDate.of(2024, 8, 20);

  /** A release that is in support on that day. */
  Release kept(boolean server, LocalDate day, Chance chance) {
    double which = chance.share();
    LocalDate one = chance.day(LATEST_10_FROM, LATEST_10_BY);
    LocalDate two = chance.day(WINDOWS_11_FROM, WINDOWS_11_BY);
    if (server) {
      return server(which, day);
    }
    if (which < 0.02) {
      return which < 0.012 ? Releases.LINUX : Releases.MAC;
    }
    if (which < 0.035) {
      return which < 0.028 ? Releases.LTSC_2019 : Releases.LTSC_2021;
    }
    if (which < 0.6 && !two.isAfter(day)) {
      return day.isBefore(RELEASE_23H2_FROM) || two.isBefore(RELEASE_23H2_FROM.minusDays(100))
          ? Releases.WINDOWS_11_22H2
          : Releases.WINDOWS_11_23H2;
    }
    return one.isAfter(day) ? Releases.WINDOWS_10_21H2 : Releases.WINDOWS_10_22H2;
  }

  /** A release that is past its support, or will be; some are mended in the end. */
  Release lagging(boolean server, LocalDate day, Chance chance) {
    double which = chance.share();
    boolean mended = chance.happens(0.25);
    LocalDate mendedOn = chance.day(MENDED_FROM, MENDED_BY);
    if (mended && !mendedOn.isAfter(day)) {
      return server ? Releases.SERVER_2022 : Releases.WINDOWS_10_22H2;
    }
    if (server) {
      return chance.pick(Releases.OLD_SERVERS);
    }
    if (which < 0.20) {
      return Releases.WINDOWS_10_21H2;
    }
    if (which < 0.35) {
      return Releases.WINDOWS_10_20H2;
    }
    return chance.pick(which < 0.65 ? Releases.OLD_WINDOWS_10 : Releases.OLD_WINDOWS);
  }

  private static Release server(double which, LocalDate day) {
    if (which < 0.06 && Releases.SERVER_2012_R2.isSupportedOn(day.plusDays(30))) {
      return Releases.SERVER_2012_R2;
    }
    return SERVERS.at(which);
  }
}

package org.cyberreadiness.samples.inventory;

import java.util.List;

/** The releases in use. Dates of support are the publicly known ones. */
final class Releases {
  static final Release WINDOWS_10_20H2 = Release.of("Windows10", "20H2", 19042, "2023-05-09");
  static final Release WINDOWS_10_21H2 = Release.of("Windows10", "21H2", 19044, "2024-06-11");
  static final Release WINDOWS_10_22H2 = Release.of("Windows10", "22H2", 19045, "2025-10-14");
  static final Release WINDOWS_11_22H2 = Release.of("Windows11", "22H2", 22621, "2025-10-14");
  static final Release WINDOWS_11_23H2 = Release.of("Windows11", "23H2", 22631, "2026-11-10");
  static final Release LTSC_2019 = Release.of("Windows10", "1809", 17763, "2029-01-09");
  static final Release LTSC_2021 = Release.of("Windows10", "21H2", 19044, "2027-01-12");
  static final Release SERVER_2012_R2 = Release.of("WindowsServer2012R2", "", 9600, "2023-10-10");
  static final Release SERVER_2016 = Release.of("WindowsServer2016", "1607", 14393, "2027-01-12");
  static final Release SERVER_2019 = Release.of("WindowsServer2019", "1809", 17763, "2029-01-09");
  static final Release SERVER_2022 = Release.of("WindowsServer2022", "21H2", 20348, "2031-10-14");
  static final Release LINUX = new Release("Linux", "22.4", 0, Release.NEVER_ENDS);
  static final Release MAC = new Release("macOS", "14.5", 0, Release.NEVER_ENDS);

  static final List<Release> LONG_TERM = List.of(LTSC_2019, LTSC_2021);

  static final List<Release> OLD_WINDOWS_10 =
      List.of(
          Release.of("Windows10", "1507", 10240, "2017-05-09"),
          Release.of("Windows10", "1511", 10586, "2017-10-10"),
          Release.of("Windows10", "1607", 14393, "2019-04-09"),
          Release.of("Windows10", "1703", 15063, "2019-10-08"),
          Release.of("Windows10", "1709", 16299, "2020-10-13"),
          Release.of("Windows10", "1803", 17134, "2021-05-11"),
          Release.of("Windows10", "1809", 17763, "2021-05-11"),
          Release.of("Windows10", "1903", 18362, "2020-12-08"),
          Release.of("Windows10", "1909", 18363, "2022-05-10"),
          Release.of("Windows10", "1909", 18363, "2022-05-10"),
          Release.of("Windows10", "1909", 18363, "2022-05-10"),
          Release.of("Windows10", "2004", 19041, "2021-12-14"),
          Release.of("Windows10", "21H1", 19043, "2022-12-13"));

  static final List<Release> OLD_WINDOWS =
      List.of(
          Release.of("Windows7", "", 7601, "2020-01-14"),
          Release.of("Windows7", "", 7601, "2020-01-14"),
          Release.of("Windows7", "", 7601, "2020-01-14"),
          Release.of("Windows7", "", 7601, "2020-01-14"),
          Release.of("Windows7", "", 7601, "2020-01-14"),
          Release.of("Windows7", "", 7601, "2020-01-14"),
          Release.of("Windows8", "8.1", 9600, "2023-01-10"),
          Release.of("Windows8", "8.1", 9600, "2023-01-10"),
          Release.of("WindowsVista", "", 6002, "2017-04-11"),
          Release.of("WindowsXP", "", 2600, "2014-04-08"));

  static final List<Release> OLD_SERVERS =
      List.of(
          Release.of("WindowsServer2008R2", "", 7601, "2020-01-14"),
          Release.of("WindowsServer2008R2", "", 7601, "2020-01-14"),
          Release.of("WindowsServer2008R2", "", 7601, "2020-01-14"),
          SERVER_2012_R2,
          SERVER_2012_R2,
          SERVER_2012_R2,
          Release.of("WindowsServer2008", "", 6003, "2020-01-14"),
          Release.of("WindowsServer2003", "", 3790, "2015-07-14"));

  private Releases() {}
}

package org.cyberreadiness.samples.inventory;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A release of an operating system, as an agent reports it.
 *
 * @param version the release within the platform; empty where agents report none
 * @param supportedUntil the last day of vendor support (Enterprise)
 */
public record Release(String platform, String version, int build, LocalDate supportedUntil) {
  static final LocalDate NEVER_ENDS = LocalDate.of(9999, 12, 31);

  static Release of(String platform, String version, int build, String supportedUntil) {
    return new Release(platform, version, build, LocalDate.parse(supportedUntil));
  }

  public boolean isSupportedOn(LocalDate day) {
    return !day.isAfter(supportedUntil);
  }

  public boolean isServer() {
    return platform.startsWith("WindowsServer");
  }

  boolean isMac() {
    return platform.equals("macOS");
  }

  public boolean isWindows() {
    return platform.startsWith("Windows");
  }

  /** Whether the security agent runs on it at all. */
  public boolean takesAgent() {
    return !platform.equals("WindowsXP") && !platform.equals("WindowsServer2003");
  }

  String hostLetters() {
    return isServer()
        ? "sv"
        : isWindows() ? "pc" : platform.substring(0, 2).toLowerCase(Locale.ROOT);
  }
}

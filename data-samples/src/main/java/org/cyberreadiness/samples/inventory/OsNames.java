package org.cyberreadiness.samples.inventory;

/** The names of operating systems as osquery writes them: with the edition, where it knows it. */
final class OsNames {
  private OsNames() {}

  static String of(Device device) {
    Release release = device.release();
    String platform = release.platform();
    if (!release.isWindows()) {
      return release.isMac() ? "macOS 14.5" : "Ubuntu 22.04.4 LTS";
    }
    if (release.isServer()) {
      String year = platform.substring("WindowsServer".length()).replace("R2", " R2");
      return "Windows Server " + year + " Standard";
    }
    String name = "Windows " + platform.substring("Windows".length());
    if (!device.namesRelease()) {
      return name;
    }
    if (Releases.LONG_TERM.contains(release)) {
      return name
          + " Enterprise LTSC "
          + (release.equals(Releases.LTSC_2019) ? "2019 " : "2021 ")
          + release.version();
    }
    return (name + " Enterprise " + release.version()).strip();
  }
}

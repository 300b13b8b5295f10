package org.cyberreadiness.samples.inventory;

import java.time.LocalDate;
import java.util.List;

/**
 * A device as it was on a day.
 *
 * @param release what it runs
 * @param namesRelease whether the agent says which release of the platform it is
 * @param patchedOn the day whose patches it has
 */
public record Device(
    String id,
    String hostName,
    Sighting seen,
    Release release,
    boolean namesRelease,
    LocalDate patchedOn,
    Health health,
    Label label) {

  /** When an agent first and last saw it. */
  public record Sighting(LocalDate firstOn, LocalDate lastOn, int lastSecond) {
    public Sighting {
      if (lastOn.isBefore(firstOn)) {
        throw new IllegalArgumentException("Last seen on " + lastOn + ", before " + firstOn);
      }
    }

    Sighting earlier(int days) {
      LocalDate on = lastOn.minusDays(days);
      return new Sighting(firstOn.isAfter(on) ? on : firstOn, on, lastSecond);
    }
  }

  /** What tells whose it is. */
  public record Label(String group, int groupNumber, List<String> tags) {
    public Label {
      tags = List.copyOf(tags);
    }
  }

  /** The build with the revision that its last patch brought, as in 19045.4780. */
  String buildAndRevision() {
    return release.build() > 0 ? Builds.newest(release, patchedOn) : "";
  }

  /** The revision alone. */
  String revision() {
    String build = buildAndRevision();
    return build.substring(build.indexOf('.') + 1);
  }

  String uuid() {
    return String.join(
        "-",
        id.substring(0, 8),
        id.substring(8, 12),
        id.substring(12, 16),
        id.substring(16, 20),
        id.substring(20, 32));
  }

  /** How well the agent watches it. */
  public enum Health {
    ACTIVE("Onboarded", "Active"),
    INACTIVE("Onboarded", "Inactive"),
    IMPAIRED("Onboarded", "ImpairedCommunication"),
    NO_SENSOR("Onboarded", "NoSensorData"),
    NO_SENSOR_IMPAIRED("Onboarded", "NoSensorDataImpairedCommunication"),
    WITHOUT_AGENT("CanBeOnboarded", "Unknown"),
    TOO_OLD_FOR_AGENT("Unsupported", "Unknown"),
    HARDLY_KNOWN("InsufficientInfo", "Unknown");

    private final String onboarding;
    private final String words;

    Health(String onboarding, String words) {
      this.onboarding = onboarding;
      this.words = words;
    }

    String onboarding() {
      return onboarding;
    }

    String words() {
      return words;
    }
  }
}

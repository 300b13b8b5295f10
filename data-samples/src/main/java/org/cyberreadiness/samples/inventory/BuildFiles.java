package org.cyberreadiness.samples.inventory;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/** The list of builds, as it was twice: by the second time there are more. */
public final class BuildFiles {
  private static final List<LocalDate> TAKEN =
      List.of(LocalDate.of(2023, 9, 29), LocalDate.of(2024, 9, 6));

  private BuildFiles() {}

  public static List<Delivery> deliveries() {
    return TAKEN.stream()
        .map(day -> new Delivery("os-builds/" + day + "/os-builds.csv", text -> write(text, day)))
        .toList();
  }

  private static void write(Text text, LocalDate asAt) throws IOException {
    text.row("os_platform", "version", "build", "released_on", "critical");
    for (Release release : Builds.PATCHED) {
      for (Builds.Build build : Builds.of(release)) {
        if (!build.releasedOn().isAfter(asAt)) {
          text.row(
              release.platform(),
              release.version(),
              build.number(),
              build.releasedOn(),
              build.critical() ? "Y" : "N");
        }
      }
    }
  }
}

package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lake that the last release left opens, and today's batch goes on from it. */
class OlderLakeTest {
  @TempDir private Path data;

  @Test
  void theLakeOfTheLastReleaseOpensAndANightIsPublishedFromIt() throws Exception {
    unpack("/lakes/lake-of-the-last-release.zip");
    Landed landed = new Landed(data);
    landed.night("2022-09-11");
    assertThat(landed.ask("select source, rows_accepted, night from source_file order by 1"))
        .as("nothing is taken in twice")
        .containsExactly("agents-mde 1 2022-09-10", "dspt 1 2022-09-10");
    assertThat(landed.ask("select ods_code, night, devices from estate_summary"))
        .containsExactly("ZZ901 2022-08-31 1");
  }

  private void unpack(String resource) throws Exception {
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(resource));
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path to = data.resolve(entry.getName());
        if (entry.getName().startsWith("landing")) {
          continue; // what was landed has been archived since
        }
        if (entry.isDirectory()) {
          Files.createDirectories(to);
        } else {
          Files.createDirectories(to.getParent());
          Files.copy(zip, to);
        }
      }
    }
  }
}

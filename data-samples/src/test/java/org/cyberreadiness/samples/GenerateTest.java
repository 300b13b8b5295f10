package org.cyberreadiness.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeMap;
import org.cyberreadiness.samples.writing.LandingFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {
  private static final GeneratedSample SAMPLE = GeneratedSample.DEFAULT;

  @Test
  void everyFileIsListedWithItsHash() throws Exception {
    TreeMap<String, String> written = new TreeMap<>();
    for (Path file : SAMPLE.files("")) {
      String path = SAMPLE.folder().relativize(file).toString();
      if (!path.equals(LandingFolder.LIST)) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        written.put(path, HexFormat.of().formatHex(hash) + "  " + path);
      }
    }

    assertThat(Files.readAllLines(SAMPLE.folder().resolve(LandingFolder.LIST)))
        .containsExactlyElementsOf(written.values());
  }

  /** Elsewhere, and with two more nights: all the base's files are the same to the byte. */
  @Test
  void sameSeedGivesSameBytesWhereverItRunsAndLaterNightsOnlyAdd(@TempDir Path elsewhere)
      throws IOException {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    GeneratedSample.Run run;
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      run = GeneratedSample.run("--out", elsewhere.toString(), "--nights", "3");
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }

    List<String> base = Files.readAllLines(SAMPLE.folder().resolve(LandingFolder.LIST));
    List<String> three = Files.readAllLines(elsewhere.resolve(LandingFolder.LIST));
    assertThat(three).containsAll(base);
    assertThat(three)
        .filteredOn(line -> !base.contains(line))
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.matches(".*(1[12]_09_2024|2024-09-1[12]).*"));
    assertThat(run.out()).endsWith("Done. Run the night of 2024-09-12.\n");
  }

  @Test
  void refusesAFolderThatHoldsAnythingElse(@TempDir Path landing) throws IOException {
    Files.writeString(landing.resolve("delivered.csv"), "real\n");

    GeneratedSample.Run run = GeneratedSample.run("--out", landing.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("it holds files that were not made up, such as delivered.csv")
        .contains("Name an empty folder.");
    assertThat(landing.resolve("delivered.csv")).hasContent("real");
  }

  @Test
  void wrongUseIsSaidAndEndsWithTwo(@TempDir Path landing) {
    assertThat(GeneratedSample.run().exitCode()).isEqualTo(2);
    assertThat(GeneratedSample.run("--out", landing.toString(), "--nights", "0").exitCode())
        .isEqualTo(2);
    GeneratedSample.Run run = GeneratedSample.run("--out", landing.toString(), "--scale", "global");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--scale is sample or national: global");
    assertThat(GeneratedSample.run("--help").exitCode()).isZero();
  }
}

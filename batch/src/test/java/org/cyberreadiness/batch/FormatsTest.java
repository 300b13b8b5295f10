package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example files of data-samples: what is good is taken in whole, what is broken is set aside.
 */
class FormatsTest {
  private static final Path FORMATS = Path.of("../data-samples/formats");

  @TempDir private Path data;

  private void land(String kind) throws IOException {
    try (Stream<Path> files = Files.walk(FORMATS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = FORMATS.relativize(file);
        if (relative.getNameCount() > 2 && relative.getName(1).toString().equals(kind)) {
          Path target =
              data.resolve("landing")
                  .resolve(relative.getName(0))
                  .resolve(relative.subpath(2, relative.getNameCount()));
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }

  @Test
  void goodFilesAreTakenInWhole() throws Exception {
    land("good");
    Landed landed = new Landed(data);
    landed.night("2026-01-01");
    assertThat(
            landed.ask(
                "select source || '/' || name || ': ' || coalesce(message, '') from source_file"
                    + " where status <> 'accepted' or rows_rejected > 0"))
        .isEmpty();
    assertThat(landed.ask("select count(distinct source) >= 8 from source_file"))
        .containsExactly("true");
  }

  @Test
  void brokenFilesAndRowsAreSetAsideAsTheirPageSays() throws Exception {
    land("broken");
    Landed landed = new Landed(data);
    landed.night("2026-01-01");
    List<String> expected = Files.readAllLines(FORMATS.resolve("expected.csv"));
    assertThat(
            landed.ask(
                "select f.source || ',' || f.name || ',' || r.line || ',' || r.code"
                    + " from rejected_row as r join source_file as f using (source_file_id)"
                    + " union all select source || ',' || name || ',,refused' from source_file"
                    + " where status = 'refused' order by 1"))
        .containsExactlyElementsOf(expected.subList(1, expected.size()));
    assertThat(
            landed.ask(
                "select count(*) from rejected_row"
                    + " where reason is null or not ends_with(reason, '.')"))
        .containsExactly("0");
  }
}

package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cyberreadiness.batch.validation.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * More than a hundred thousand damaged rows and every damage a file can have, in one night: the
 * night publishes, nothing is lost, and everything set aside says why in words.
 */
class DamagedFilesTest {
  private static final Path FORMATS = Path.of("../data-samples/formats");
  private static final int ROWS = 120_000;
  private static final Pattern USER = Pattern.compile("\"+UserName\"+\\s*:\\s*\"+([^\"]+)\"");

  @TempDir private Path data;

  private static List<Path> goodFiles(Source source) throws IOException {
    Path good = FORMATS.resolve(source.name()).resolve("good");
    try (Stream<Path> files = Files.walk(good)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void land(List<Source> sources) throws IOException {
    Damage damage = new Damage(new Random(20240910));
    for (Source source : sources) {
      Path good = FORMATS.resolve(source.name()).resolve("good");
      List<Path> files = goodFiles(source);
      for (Path file : files) {
        Path place = good.relativize(file);
        byte[] whole = Files.readAllBytes(file);
        write(source, "rows", place, damage.rows(whole, ROWS / sources.size() / files.size() + 1));
        for (Damage.OfFile kind : Damage.OfFile.values()) {
          write(
              source,
              kind.name().toLowerCase(java.util.Locale.ROOT),
              place,
              damage.of(kind, whole));
        }
      }
      // of these one a source is enough
      write(source, "bomb", good.relativize(files.get(0)), damage.bomb());
      write(
          source,
          "line",
          good.relativize(files.get(0)),
          damage.longLine(Files.readAllBytes(files.get(0))));
    }
  }

  private void write(Source source, String kind, Path place, byte[] bytes) throws IOException {
    Path file = data.resolve("landing").resolve(source.name()).resolve(kind).resolve(place);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  @Test
  void everyRowIsTakenInOrSetAsideWithItsReason() throws Exception {
    List<Source> sources = List.copyOf(Sources.all().byName().values());
    land(sources);
    Landed landed = new Landed(data);
    landed.night("2030-01-01");
    assertThat(landed.told())
        .contains("Published snapshot")
        .doesNotContain("\tat ")
        .doesNotContain("Exception");
    assertThat(
            landed.ask(
                "select sum(rows_read) > 100000, sum(rows_rejected) > 30000 from source_file"))
        .containsExactly("true true");
    assertThat(
            landed.ask(
                "select source, name from source_file where rows_read <> rows_accepted + rows_rejected"
                    + " or (status = 'refused' and (message is null or not ends_with(message, '.')))"))
        .isEmpty();
    assertThat(
            landed.ask(
                "select f.source, f.name, f.rows_rejected, count(r.line) from source_file as f"
                    + " left join rejected_row as r using (source_file_id)"
                    + " group by all having f.rows_rejected <> count(r.line)"))
        .isEmpty();
    assertThat(
            landed.ask(
                "select f.source, f.name, r.line, r.code, r.reason from rejected_row as r"
                    + " join source_file as f using (source_file_id) where r.line < 1"
                    + " or r.code not in (select code from vocabulary where vocabulary = 'reject_reason')"
                    + " or r.reason is null or not ends_with(r.reason, '.')"
                    + " or contains(r.reason, 'Exception') limit 10"))
        .isEmpty();
    assertThat(landed.ask("select distinct source from source_file")).hasSameSizeAs(sources);
    noPersonalDataIsKept(landed, sources);
  }

  private static void noPersonalDataIsKept(Landed landed, List<Source> sources) throws Exception {
    for (Source source : sources) {
      for (Path file : goodFiles(source)) {
        Matcher user = USER.matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (user.find()) {
          assertThat(
                  landed.ask(
                      "select reason, raw from rejected_row where contains(lower(raw || reason), '"
                          + user.group(1).toLowerCase(java.util.Locale.ROOT).replace("'", "''")
                          + "') limit 3"))
              .as("of %s, who was logged on", source.name())
              .isEmpty();
        }
      }
    }
    assertThat(
            landed.ask(
                "select reason, raw from rejected_row where contains(raw || reason, 'made-up.example')"
                    + " limit 3"))
        .as("names of computers")
        .isEmpty();
  }
}

package org.cyberreadiness.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example files beside the generator. */
class FormatsTest {
  private static final Path FORMATS = Path.of("formats");

  @Test
  void everySourceHasGoodAndBrokenExamples() throws IOException {
    try (Stream<Path> sources = Files.list(FORMATS)) {
      assertThat(sources.filter(Files::isDirectory))
          .isNotEmpty()
          .allSatisfy(
              source -> {
                assertThat(files(source.resolve("good"))).as("good %s", source).isNotEmpty();
                assertThat(files(source.resolve("broken"))).as("broken %s", source).isNotEmpty();
              });
    }
  }

  @Test
  void everyGeneratedSourceHasExamples() throws IOException {
    try (Stream<Path> sources = Files.list(GeneratedSample.DEFAULT.folder())) {
      assertThat(sources.filter(Files::isDirectory))
          .allSatisfy(
              source -> assertThat(FORMATS.resolve(source.getFileName().toString())).isDirectory());
    }
  }

  @Test
  void everyBrokenFileIsExplained() throws IOException {
    List<String> explained =
        Files.readAllLines(FORMATS.resolve("README.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .toList();

    for (Path file : files(FORMATS)) {
      String path = FORMATS.relativize(file).toString();
      if (path.contains("/broken/")) {
        assertThat(explained).as(path).anyMatch(pattern -> matches(pattern, path));
      }
    }
    assertThat(explained)
        .allSatisfy(
            pattern ->
                assertThat(files(FORMATS))
                    .anyMatch(file -> matches(pattern, FORMATS.relativize(file).toString())));
  }

  @Test
  void everyExplainedLineIsThere() throws IOException {
    Path broken = Path.of("");
    for (String line : Files.readAllLines(FORMATS.resolve("README.md"))) {
      String[] cells = line.split("\\|", -1);
      if (cells.length != 6 || !cells[2].strip().matches("[\\d, ]*")) {
        continue;
      }
      if (cells[1].contains("`")) {
        String pattern = cells[1].replace("`", "").strip();
        broken =
            files(FORMATS).stream()
                .filter(file -> matches(pattern, FORMATS.relativize(file).toString()))
                .findFirst()
                .orElseThrow();
      }
      for (String number : cells[2].strip().split(", ", -1)) {
        if (!number.isEmpty()) {
          assertThat(new String(Files.readAllBytes(broken), StandardCharsets.UTF_8).lines().count())
              .as("lines of %s", broken)
              .isGreaterThanOrEqualTo(Long.parseLong(number));
        }
      }
    }
  }

  /** Three dots in the explanation stand for any part of a name. */
  private static boolean matches(String pattern, String path) {
    String[] parts = pattern.split("…", -1);
    int from = 0;
    for (String part : parts) {
      int at = path.indexOf(part.strip(), from);
      if (at < 0) {
        return false;
      }
      from = at + part.strip().length();
    }
    return path.startsWith(parts[0].strip());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("README.md"))
          .toList();
    }
  }
}

package org.cyberreadiness.samples.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingFolderTest {
  @TempDir private Path landing = Path.of("");

  @Test
  void writesFilesAndTheListOfTheirHashes() throws Exception {
    List<String> told = new ArrayList<>();

    new LandingFolder(landing).write(List.of(saying("a/one.csv", "one\n")), told::add);

    assertThat(landing.resolve("a/one.csv")).hasContent("one\n");
    // echo one | sha256sum
    assertThat(landing.resolve(LandingFolder.LIST))
        .hasContent(
            "2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806  a/one.csv\n");
    assertThat(told).containsExactly("a/one.csv");
  }

  @Test
  void anotherRunTakesAwayWhatTheFirstMade() throws Exception {
    new LandingFolder(landing).write(List.of(saying("a/one.csv", "one\n")), path -> {});
    new LandingFolder(landing).write(List.of(saying("a/two.csv", "two\n")), path -> {});

    assertThat(landing.resolve("a/one.csv")).doesNotExist();
    assertThat(landing.resolve("a/two.csv")).exists();
  }

  @Test
  void aRunThatWasCutShortIsClearedAway() throws Exception {
    LandingFolder folder = new LandingFolder(landing);
    assertThatThrownBy(
            () ->
                folder.write(
                    List.of(saying("one.csv", "one\n"), new Delivery("two.csv", broken())),
                    path -> {}))
        .hasMessageContaining("disk is full");
    assertThat(landing.resolve(LandingFolder.LIST)).doesNotExist();

    folder.write(List.of(saying("three.csv", "three\n")), path -> {});

    assertThat(landing.resolve("one.csv")).doesNotExist();
    assertThat(landing.resolve("two.csv")).doesNotExist();
    assertThat(landing.resolve("three.csv")).exists();
  }

  @Test
  void compressedFilesAreTheSameToTheByte() throws Exception {
    LandingFolder folder = new LandingFolder(landing);
    folder.write(List.of(saying("a.json.gz", "{}\n")), path -> {});
    byte[] first = Files.readAllBytes(landing.resolve("a.json.gz"));
    folder.write(List.of(saying("a.json.gz", "{}\n")), path -> {});

    assertThat(landing.resolve("a.json.gz")).hasBinaryContent(first);
  }

  @Test
  void nothingIsWrittenOutsideTheFolder() {
    assertThatThrownBy(() -> saying("../one.csv", "one"))
        .hasMessage("Not a path within the landing folder: ../one.csv");
  }

  private static Delivery saying(String path, String words) {
    return new Delivery(path, text -> text.add(words));
  }

  private static Delivery.Content broken() {
    return text -> {
      throw new IOException("disk is full");
    };
  }
}

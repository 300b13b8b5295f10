package org.cyberreadiness.batch.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.cyberreadiness.batch.landing.FileResult.Status;
import org.cyberreadiness.batch.resource.Fingerprint;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which files are read, wait, or were seen before, decided before a row of them is read. */
class DeliveriesTest {
  private static final Map<String, Source> SOURCES =
      Map.of(
          "list", source("list", Source.AsAt.ofFile()),
          "export", source("export", Source.AsAt.ofNamedFile()),
          "return", source("return", Source.AsAt.ofRow("said_on")));

  private final List<Listed> landing = new ArrayList<>();
  private final List<String> hashed = new ArrayList<>();
  private final List<KnownFile> known = new ArrayList<>();
  private final List<Landing.Hashed> bytes = new ArrayList<>();

  private static Source source(String name, Source.AsAt asAt) {
    return Source.of(
        name,
        name,
        null,
        "A trial.",
        List.of(Columns.isoDate("said_on", "Day").required()),
        List.of(Layout.csvOf("trial", "said_on")),
        asAt);
  }

  @BeforeEach
  void nothingIsKnown() {
    known.clear();
  }

  /** Puts a file into the landing area; what lay at its place is gone. */
  private void lands(String place, String content, long modified) {
    String source = place.substring(0, place.indexOf('/'));
    String name = place.substring(place.indexOf('/') + 1);
    Listed file = new Listed(source, name, place, content.length(), modified);
    landing.removeIf(listed -> listed.location().equals(place));
    bytes.removeIf(listed -> listed.listed().location().equals(place));
    landing.add(file);
    bytes.add(
        new Landing.Hashed(file, content.isEmpty() ? "" : Fingerprint.of(content), false));
  }

  /** A night in which all that is read is taken in, as at its day or the night. */
  private List<String> night(String date) throws IOException {
    return night(date, ReadAgain.ofUnopened(known));
  }

  private List<String> night(String date, ReadAgain again) throws IOException {
    LocalDate night = LocalDate.parse(date);
    Deliveries deliveries = new Deliveries(SOURCES, known, again, night);
    deliveries.decide(
        landing,
        files -> {
          files.forEach(file -> hashed.add(file.location()));
          return bytes.stream().filter(file -> files.contains(file.listed())).toList();
        });
    known.removeIf(file -> again.restated().contains(file.id()));
    List<FileResult> results = new ArrayList<>();
    deliveries.toRead().values().stream()
        .flatMap(Collection::stream)
        .forEach(file -> results.add(read(file)));
    results.addAll(deliveries.duplicates(results));
    results.forEach(result -> known.add(recorded(result)));
    results.addAll(deliveries.waiting());
    return results.stream()
        .map(
            result ->
                result.file().listed().location() + " " + result.status() + " " + result.asAt())
        .toList();
  }

  private static FileResult read(LandingFile file) {
    if (file.sha256().isEmpty()) {
      return FileResult.without(file, Status.REFUSED, "The file cannot be opened.");
    }
    LocalDate day = file.listed().day();
    return new FileResult(
        file, Status.ACCEPTED, "trial", List.of(day == null ? file.seenOn() : day), 1, 0, 0, 0, null);
  }

  private static KnownFile recorded(FileResult result) {
    LandingFile file = result.file();
    return new KnownFile(
        file.id(),
        file.listed(),
        file.sha256(),
        result.asAt(),
        result.days(),
        file.seenOn(),
        result.status(),
        result.accepted(),
        result.rejected());
  }

  @Test
  void theSameBytesWrittenAnewEachNightAreNotedOnce() throws Exception {
    lands("list/windows.json", "A", 1);
    lands("list/copy.json", "A", 1);
    assertThat(night("2022-01-01"))
        .containsExactly(
            "list/windows.json ACCEPTED 2022-01-01", "list/copy.json DUPLICATE 2022-01-01");
    for (int night = 2; night < 5; night++) {
      lands("list/windows.json", "A", night);
      lands("list/copy.json", "A", night);
      assertThat(night("2022-01-0" + night)).isEmpty();
    }
    assertThat(known).extracting(KnownFile::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void theSameBytesAsAtAnotherDayAreAnotherFile() throws Exception {
    lands("export/2022-01-01.csv", "A", 1);
    lands("export/2022-02-01.csv", "B", 1);
    lands("export/2022-03-01.csv", "A", 1);
    lands("export/2022-03-01/again.csv", "A", 1);
    assertThat(night("2022-03-02"))
        .containsExactly(
            "export/2022-01-01.csv ACCEPTED 2022-01-01",
            "export/2022-02-01.csv ACCEPTED 2022-02-01",
            "export/2022-03-01.csv ACCEPTED 2022-03-01",
            "export/2022-03-01/again.csv DUPLICATE 2022-03-01");
  }

  @Test
  void bytesThatComeBackToAPlaceWithoutDaySpeakAsAtThatNight() throws Exception {
    lands("list/windows.json", "A", 1);
    night("2022-01-01");
    lands("list/windows.json", "B", 2);
    night("2022-02-01");
    lands("list/windows.json", "A", 3);
    assertThat(night("2022-03-01")).containsExactly("list/windows.json ACCEPTED 2022-03-01");
    lands("list/windows.json", "A", 4);
    assertThat(night("2022-03-02")).isEmpty();
    assertThat(known).extracting(KnownFile::id).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void aFileOfALaterDayWaitsAndIsNotEvenHashed() throws Exception {
    lands("export/2022-03-01.csv", "A", 1);
    lands("export/2022-01-01.csv", "A", 1);
    assertThat(night("2022-01-01"))
        .containsExactly(
            "export/2022-01-01.csv ACCEPTED 2022-01-01", "export/2022-03-01.csv WAITING 2022-03-01");
    assertThat(hashed).containsExactly("export/2022-01-01.csv");
    assertThat(night("2022-03-01")).containsExactly("export/2022-03-01.csv ACCEPTED 2022-03-01");
    assertThat(hashed).hasSize(2);
  }

  @Test
  void whereRowsSayTheirDayTheNamesDaySaysNothing() throws Exception {
    lands("return/2022-03-01.csv", "A", 1);
    lands("return/2022-04-01.csv", "A", 1);
    assertThat(night("2022-01-01"))
        .containsExactly(
            "return/2022-03-01.csv ACCEPTED 2022-03-01",
            "return/2022-04-01.csv DUPLICATE 2022-03-01");
  }

  @Test
  void whatCouldNotBeOpenedIsTriedAgain() throws Exception {
    lands("list/shut.json", "", 1);
    assertThat(night("2022-01-01")).containsExactly("list/shut.json REFUSED null");
    assertThat(night("2022-01-02")).isEmpty();
    lands("list/shut.json", "A", 2);
    assertThat(night("2022-01-03")).containsExactly("list/shut.json ACCEPTED 2022-01-01");
    assertThat(known).hasSize(1);
  }

  @Test
  void agentsAndSoftwareReadAgainEachRestateTheirOwnDays() throws Exception {
    lands("list/2022-01-01.csv", "A", 1);
    lands("export/2022-02-01.csv", "B", 1);
    night("2022-03-01");
    List<KnownFile> withRejects = new ArrayList<>();
    for (KnownFile file : known) {
      withRejects.add(
          new KnownFile(
              file.id(), file.listed(), file.sha256(), file.asAt(), file.days(), file.night(),
              file.status(), 1, 1));
    }
    known.clear();
    known.addAll(withRejects);
    ReadAgain again = ReadAgain.all(known);
    assertThat(night("2022-03-02", again)).hasSize(2);
    assertThat(again.restatedDays("list"::equals)).containsExactly(LocalDate.of(2022, 1, 1));
    assertThat(again.restatedDays("export"::equals)).containsExactly(LocalDate.of(2022, 2, 1));
  }
}

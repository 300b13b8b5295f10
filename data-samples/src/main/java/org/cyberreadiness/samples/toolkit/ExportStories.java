package org.cyberreadiness.samples.toolkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rows of exports that say something odd, the same for every seed. An organisation of which a story
 * is told stands in every export.
 */
final class ExportStories {
  private static final List<Story> ALL =
      List.of(
          // An edition of the toolkit's forerunner, two years after its final return.
          new Story("ZZT033", "2020-04-01", "2021-02-01", "17/18 Standards Met", "31/03/2018"),
          // What it had published is gone, and comes back.
          new Story("ZZT020", "2024-01-01", "2024-02-01", "Not Published", ""),
          // Nobody knows this edition; with a date it contradicts itself as well.
          new Story("ZZT029", "2024-06-01", "2024-06-30", "28/29 Standards Met", ""),
          new Story("ZZT034", "2024-06-01", "2024-06-30", "28/29 Standards Met", "03/06/2024"),
          // A plan carried out and a claim withdrawn, one on each of the last two nights.
          new Story(
              "ZZT027", "2024-07-01", "2024-09-09", "23/24 Approaching Standards", "28/06/2024"),
          new Story("ZZT027", "2024-09-09", "", "23/24 Standards Met", "28/06/2024"),
          new Story("ZZT028", "2024-07-01", "2024-09-10", "23/24 Standards Met", "27/06/2024"),
          new Story("ZZT028", "2024-09-10", "", "23/24 Standards Not Met", "27/06/2024"));

  /** The rows that stand in an export besides an organisation's own. */
  private static final List<Story> BESIDES =
      List.of(
          new Story("ZZT025", "2023-09-01", "2023-10-01", "22/23 Standards Met", "29/06/2023"),
          new Story("ZZT025", "2023-09-01", "2023-10-01", "22/23 Standards Not Met", "29/06/2023"),
          new Story(
              "zzt026", "2024-07-01", "2024-07-05", "23/24 Standards Exceeded", "26/06/2024"));

  private ExportStories() {}

  static boolean tellOf(String code) {
    return Stream.concat(ALL.stream(), BESIDES.stream()).anyMatch(story -> story.isOf(code));
  }

  /** The row as the story has it; the row itself where there is none. */
  static ExportRow told(ExportRow row, LocalDate day) {
    Optional<Story> told =
        ALL.stream().filter(story -> story.isOf(row.code()) && story.isToldOn(day)).findFirst();
    return told.map(story -> story.tell(row, row.code())).orElse(row);
  }

  /** Rows that contradict it, or say it again under its code in lower case. */
  static List<ExportRow> besides(ExportRow row, LocalDate day) {
    return BESIDES.stream()
        .filter(story -> story.isOf(row.code()) && story.isToldOn(day))
        .map(story -> story.tell(row, story.code()))
        .toList();
  }

  /**
   * What exports say of one organisation.
   *
   * @param from the first day on which they do
   * @param to the first day on which they no longer do, empty where they still do
   */
  private record Story(String code, String from, String to, String status, String publishedOn) {
    boolean isOf(String other) {
      return code.equalsIgnoreCase(other);
    }

    boolean isToldOn(LocalDate day) {
      return !day.isBefore(LocalDate.parse(from))
          && (to.isEmpty() || day.isBefore(LocalDate.parse(to)));
    }

    ExportRow tell(ExportRow row, String as) {
      return new ExportRow(as, row.name(), status, publishedOn, row.sector(), row.commissioner());
    }
  }
}

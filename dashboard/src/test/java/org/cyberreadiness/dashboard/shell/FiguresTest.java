package org.cyberreadiness.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void aShareNeverStandsWithoutItsCount() {
    assertThat(Figures.share(57, 211, 0.214, 0.334)).isEqualTo("57 of 211 (27.0 %, 21.4 to 33.4)");
    assertThat(Figures.share(57, 211)).isEqualTo("57 of 211 (27.0 %)");
  }

  @Test
  void belowTenThereAreOnlyCounts() {
    assertThat(Figures.share(3, 7, 0.1, 0.8)).isEqualTo("3 of 7, too few to compare");
    assertThat(Figures.share(3, 7)).isEqualTo("3 of 7");
  }

  @Test
  void daysAreWrittenOutInSentencesAndShortInTables() {
    var day = LocalDate.of(2022, 9, 9);
    assertThat(Figures.date(day)).isEqualTo("9 September 2022");
    assertThat(Figures.shortDate(day)).isEqualTo("9 Sep 2022");
    assertThat(Figures.shortDate(null)).isEqualTo("–");
  }

  @Test
  void cyclesReadAsPeopleSayThem() {
    Map.of(
            "21/22", "21/22",
            "2022-09", "September 2022",
            "2022-Q3", "July to September 2022",
            "INSP-7", "INSP-7")
        .forEach((cycle, words) -> assertThat(Figures.cycle(cycle)).isEqualTo(words));
    assertThat(Figures.shortCycle("2022-Q3")).isEqualTo("Jul–Sep 2022");
  }

  @Test
  void thousandsAreSeparatedAndChangesHaveWords() {
    assertThat(Figures.count(64_201)).isEqualTo("64,201");
    assertThat(Figures.difference(53, 57)).isEqualTo("4 fewer");
    assertThat(Figures.difference(57, 57)).isEqualTo("no change");
    assertThat(Figures.inWords(4, "edition", "editions")).isEqualTo("four editions");
  }
}

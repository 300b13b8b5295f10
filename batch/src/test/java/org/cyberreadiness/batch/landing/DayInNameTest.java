package org.cyberreadiness.batch.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayInNameTest {
  private static void says(String name, String first, String last) {
    assertThat(DayInName.ofFile(name))
        .as(name)
        .isEqualTo(new DayInName(LocalDate.parse(first), LocalDate.parse(last)));
  }

  @Test
  void aNameSaysADayInAnyOfItsForms() {
    says("DSPT search results 09_09_2022 12_00_00.csv", "2022-09-09", "2022-09-09");
    says("machines-2022-09-30.json.gz", "2022-09-30", "2022-09-30");
    says("machines_20220930T0100.json", "2022-09-30", "2022-09-30");
    says("03.10.2022 ratings.csv", "2022-10-03", "2022-10-03");
    assertThat(DayInName.ofFile("windows-server.json")).isNull();
    assertThat(DayInName.ofFile("CC-20223109.json")).isNull();
  }

  @Test
  void aMonthBeginsOnItsFirstDayAndEndsOnItsLast() {
    says("epraccur_2022-02.csv", "2022-02-01", "2022-02-28");
  }

  @Test
  void theInnermostFolderOfADaySaysIt() {
    assertThat(DayInName.ofFolders("2022-01-01/2022-02-02/a.csv"))
        .isEqualTo(LocalDate.of(2022, 2, 2));
    assertThat(DayInName.ofFolders("2022-01/a.csv")).isNull();
  }

  @Test
  void theTimeOfDayOrdersFilesOfOneDay() {
    assertThat(DayInName.timeOfDay("DSPT search results 09_09_2022 12_30_05.csv"))
        .isEqualTo("123005");
    assertThat(DayInName.timeOfDay("2022-09-09.csv")).isEmpty();
  }
}

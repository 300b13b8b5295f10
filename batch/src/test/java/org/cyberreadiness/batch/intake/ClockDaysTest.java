package org.cyberreadiness.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClockDaysTest {
  private static final LocalDate LAST = LocalDate.of(2022, 9, 9);

  private static LocalDate dayOf(List<LocalDate> days) {
    ClockDays clock = new ClockDays();
    days.forEach(clock::add);
    return clock.day();
  }

  private static List<LocalDate> days(int right, LocalDate... wrong) {
    List<LocalDate> days = new ArrayList<>(List.of(wrong));
    for (int i = 0; i < right; i++) {
      days.add(LAST.minusDays(i % 40));
    }
    Collections.shuffle(days, new Random(7));
    return days;
  }

  @Test
  void theLargestValueIsTheDay() {
    assertThat(dayOf(days(10))).isEqualTo(LAST);
    assertThat(dayOf(days(10, LAST.plusDays(400)))).isEqualTo(LAST.plusDays(400));
    assertThat(new ClockDays().day()).isNull();
  }

  @Test
  void afewRowsFarAfterAllOthersHaveAWrongClock() {
    assertThat(dayOf(days(3, LocalDate.of(2035, 1, 1)))).isEqualTo(LAST);
    assertThat(dayOf(days(30, LocalDate.of(2035, 1, 1), LocalDate.of(2030, 1, 1)))).isEqualTo(LAST);
  }

  @Test
  void moreThanAQuarterIsNoFew() {
    assertThat(dayOf(days(2, LocalDate.of(2035, 1, 1)))).isEqualTo(LocalDate.of(2035, 1, 1));
    LocalDate[] many = Collections.nCopies(10, LocalDate.of(2035, 1, 1)).toArray(LocalDate[]::new);
    assertThat(dayOf(days(20, many))).isEqualTo(LocalDate.of(2035, 1, 1));
  }

  @Test
  void aTimeIsOfItsDayInUtc() {
    assertThat(ClockDays.dayOf(Instant.parse("2022-09-09T23:59:59.999Z")))
        .isEqualTo(LAST.toEpochDay());
    assertThat(ClockDays.dayOf(LAST)).isEqualTo(LAST.toEpochDay());
  }
}

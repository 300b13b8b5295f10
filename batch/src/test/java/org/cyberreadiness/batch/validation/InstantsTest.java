package org.cyberreadiness.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
  @Test
  void aTimeIsReadAsJavaReadsIt() throws Exception {
    Random random = new Random(8601);
    for (int i = 0; i < 10_000; i++) {
      Instant time =
          Instant.ofEpochSecond(
              631_152_000L + random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000_000));
      assertThat(Instants.parse(time.toString())).isEqualTo(time);
    }
  }

  @Test
  void withoutZoneItIsUtcAndADateIsItsFirstMoment() throws Exception {
    Instant noon = Instant.parse("2022-06-30T12:00:00Z");
    assertThat(Instants.parse("2022-06-30T12:00:00")).isEqualTo(noon);
    assertThat(Instants.parse("2022-06-30 12:00")).isEqualTo(noon);
    assertThat(Instants.parse("2022-06-30T13:00:00+01:00")).isEqualTo(noon);
    assertThat(Instants.parse("2022-06-30T12:00:00.0000000Z")).isEqualTo(noon);
    assertThat(Instants.parse("2022-06-30")).isEqualTo(Instant.parse("2022-06-30T00:00:00Z"));
    assertThat(Instants.parseMillis("1656590400000")).isEqualTo(noon);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "1989-12-31T23:59:59Z",
        "2200-01-01T00:00:00Z",
        "-999999999-01-01T00:00:00Z",
        "+12022-06-30T12:00:00Z",
        "+999999999-12-31T23:59:59.999999999Z",
        "2022-02-29T00:00:00Z",
        "2022-06-30T24:00:01Z",
        "2022-06-30T12:60:00Z",
        "yesterday",
        "30/06/2022"
      })
  void whatIsNoTimeFrom1990To2199IsNotRead(String text) {
    assertThatThrownBy(() -> Instants.parse(text))
        .isInstanceOf(UnreadableValue.class)
        .hasMessage("an ISO 8601 time from 1990 to 2199");
    assertThatThrownBy(() -> Instants.parseMillis(text)).isInstanceOf(UnreadableValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "9999999999999999999", "7258118400000"})
  void millisecondsHaveTheSameBounds(String text) {
    assertThatThrownBy(() -> Instants.parseMillis(text)).isInstanceOf(UnreadableValue.class);
  }

  @Test
  void aDateIsReadInTheFirstPatternThatFits() throws Exception {
    LocalDate day = LocalDate.of(2022, 6, 30);
    assertThat(Dates.parse("30/06/2022", "", "uuuu-MM-dd", "dd/MM/uuuu")).isEqualTo(day);
    assertThat(Dates.parse("20220630", "", "uuuuMMdd")).isEqualTo(day);
    for (String text : new String[] {"31/06/2022", "30/06/2022 12:00", "01/01/0001", "+12022-06-30"}) {
      assertThatThrownBy(() -> Dates.parse(text, "a date", "uuuu-MM-dd", "dd/MM/uuuu"))
          .hasMessage("a date");
    }
  }
}

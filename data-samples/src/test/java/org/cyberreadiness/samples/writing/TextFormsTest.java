package org.cyberreadiness.samples.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextFormsTest {
  @Test
  void cellsAreQuotedWhereTheyMustBe() {
    assertThat(Csv.row("plain", 12, "a, b", "say \"so\"", ""))
        .isEqualTo("plain,12,\"a, b\",\"say \"\"so\"\"\",");
    assertThat(Csv.quotedRow("plain", "say \"so\"")).isEqualTo("\"plain\",\"say \"\"so\"\"\"");
  }

  @Test
  void jsonKeepsItsOrderAndEscapes() {
    String json =
        new JsonObject()
            .with("name", "a \"b\" \\ c\n")
            .with("number", 7)
            .with("is", true)
            .with("tags", List.of("x", "y"))
            .without("nothing")
            .toString();
    assertThat(json)
        .isEqualTo(
            "{\"name\":\"a \\\"b\\\" \\\\ c\\n\",\"number\":7,\"is\":true,"
                + "\"tags\":[\"x\",\"y\"],\"nothing\":null}");
  }

  @Test
  void timesAreInUtc() {
    assertThat(Clock.at(LocalDate.of(2024, 9, 10), 3661)).isEqualTo("2024-09-10T01:01:01Z");
    assertThat(Clock.preciselyAt(LocalDate.of(2024, 9, 10), 86_399))
        .isEqualTo("2024-09-10T23:59:59.0000000Z");
  }
}

package org.cyberreadiness.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowReaderTest {
  private static final Source SOURCE =
      Source.of(
              "trial",
              "Trial",
              null,
              "A trial.",
              List.of(
                  Columns.odsCode("code", "Code").required(),
                  Columns.word("severity", "How serious", Map.of("High", "high", "Low", "low")),
                  Columns.yesNo("open", "Whether it is open"),
                  Columns.isoDate("opened_on", "First day"),
                  Columns.isoDate("closed_on", "Last day"),
                  Columns.isoDate("published_on", "Day of publication").incidental()),
              List.of(
                  Layout.csvOf(
                      "trial",
                      "code",
                      "severity",
                      "open",
                      "opened_on",
                      "closed_on",
                      "published_on")),
              Source.AsAt.ofFile())
          .withRules(
              Rules.notBefore(
                  "opened_on", "closed_on", (from, to) -> "Closed " + to + " before " + from + "."));

  private static RowReader.Reading read(String... fields) {
    List<String> headers = SOURCE.columns().stream().map(Column::name).toList();
    return new RowReader(SOURCE, SOURCE.layouts().get(0), headers, Map.of())
        .read(Arrays.asList(fields));
  }

  @Test
  void upperCaseAndTrimmingArePuttingInOrderAWordOfTheListIsNot() {
    assertThat(read("ZZ901", "High", "Y", "", "", "").normalised()).isFalse();
    assertThat(read("ZZ901", "HIGH", "yes", "", "", "").normalised()).isFalse();
    assertThat(read("zz901", "High", "Y", "", "", "").normalised()).isTrue();
    RowReader.Reading trimmed = read("\u00A0ZZ901 ", "High", "Y", "", "", "");
    assertThat(trimmed.normalised()).isTrue();
    assertThat(trimmed.row().text("code")).isEqualTo("ZZ901");
    assertThat(trimmed.row().text("severity")).isEqualTo("high");
    assertThat(trimmed.row().value("open")).isEqualTo(true);
  }

  @Test
  void allProblemsOfARowAreTold() {
    RowReader.Reading reading = read("", "Awful", "perhaps", "", "", "");
    assertThat(reading.row()).isNull();
    assertThat(reading.findings())
        .extracting(Finding::sentence)
        .containsExactly(
            "Column code is empty. Expected an ODS code: letters, digits and dashes.",
            "Cannot read severity \"Awful\". Expected one of: High, Low.",
            "Cannot read open \"perhaps\". Expected one of: Y, Yes, N, No.");
  }

  @Test
  void whatDecidesNothingIsLeftOutAndTheRowTakenIn() {
    RowReader.Reading reading = read("ZZ901", "High", "Y", "", "", "CompletedThroughQIO");
    assertThat(reading.row()).isNotNull();
    assertThat(reading.row().value("published_on")).isNull();
    assertThat(reading.leftOut())
        .containsExactly(
            new LeftOut("published_on", RejectReason.INVALID_DATE, "CompletedThroughQIO"));
    assertThat(read("ZZ901", "High", "Y", "", "", "x".repeat(100)).leftOut().get(0).value())
        .hasSize(81);
  }

  @Test
  void aRuleAcrossColumnsIsAskedOnceTheyAreRead() {
    assertThat(read("ZZ901", "", "", "2022-01-02", "2022-01-01", "").findings())
        .containsExactly(
            new Finding(
                "closed_on", RejectReason.CONTRADICTION, "Closed 2022-01-01 before 2022-01-02."));
  }
}

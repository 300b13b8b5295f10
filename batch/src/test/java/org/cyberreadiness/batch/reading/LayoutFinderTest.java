package org.cyberreadiness.batch.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;
import org.junit.jupiter.api.Test;

class LayoutFinderTest {
  private static Source source(Layout... layouts) {
    return Source.of(
        "trial",
        "Trial",
        null,
        "A trial.",
        List.of(Columns.odsCode("code", "Code").required(), Columns.text("name", "Name")),
        List.of(layouts),
        Source.AsAt.ofFile());
  }

  private static final Source BY_HEADER =
      source(
          Layout.csv("of 2023", "Code", "code", "Organisation Name", "name"),
          Layout.csv("of 2019", "ODSCode", "code", "Name", "name"));

  private static FileReading open(Source source, String text)
      throws IOException, UnreadableFile {
    return new FileReading(
        "trial.csv", source, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theHeaderSaysTheVintageWhateverItsOrderCaseAndBlanks() throws Exception {
    try (FileReading reading = open(BY_HEADER, "\uFEFF\"name\", odscode \nEXAMPLE,ZZ901\n")) {
      assertThat(reading.vintage()).isEqualTo("of 2019");
      assertThat(reading.next().reading().row().text("code")).isEqualTo("ZZ901");
    }
  }

  @Test
  void aHeaderThatFitsNoneIsRefusedWithTheNearestAndTheDifference() {
    assertThatThrownBy(() -> open(BY_HEADER, "Code,Title\nZZ901,EXAMPLE\n"))
        .hasMessage(
            "The header fits no known layout. Nearest: of 2023; column \"Organisation Name\" is"
                + " missing.");
    assertThatThrownBy(() -> open(BY_HEADER, ""))
        .hasMessage("The file is empty. Expected the header of of 2023, or the header of of 2019.");
  }

  @Test
  void withoutHeaderTheNumberOfFieldsSaysIt() throws Exception {
    Source byPosition = source(Layout.positions("of ODS", 2, "1", "code", "2", "name"));
    try (FileReading reading = open(byPosition, "\"zz901\",\"EXAMPLE\"\n\"ZZ902\"\n")) {
      assertThat(reading.next().reading().normalised()).isTrue();
      assertThat(reading.next().reading().findings().get(0).sentence())
          .isEqualTo("The row has 1 field; this layout has 2.");
    }
    assertThatThrownBy(() -> open(byPosition, "a,b,c\n"))
        .hasMessage("The rows have 3 fields. Expected 2 fields without header (of ODS).");
  }

  @Test
  void ofAColumnThatNobodyReadsNothingIsKept() throws Exception {
    try (FileReading reading =
        open(BY_HEADER, "Code,Organisation Name,LoggedOnUsers\n,EXAMPLE,Joe Public\n")) {
      assertThat(reading.unreadHeaders()).containsExactly("LoggedOnUsers");
      assertThat(reading.next().raw()).isEqualTo(",EXAMPLE,(masked)");
    }
  }
}

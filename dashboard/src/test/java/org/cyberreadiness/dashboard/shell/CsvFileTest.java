package org.cyberreadiness.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

  private static String csv(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      CsvFile.write(rows, out);
      return out.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void writesNumbersDatesTimesAndNothingAsMachinesReadThem() throws Exception {
    assertThat(
            csv(
                """
                select 64201 as n, -0.25::double as share, 1e-7::double as small, date '2022-09-09' as seen_on,
                  timestamp '2022-09-10 01:02:03' as seen_at, true as is_late, null as reason, ['a', 'b'] as codes
                """))
        .isEqualTo(
            String.join(
                "\r\n",
                "n,share,small,seen_on,seen_at,is_late,reason,codes",
                "64201,-0.25,0.0000001,2022-09-09,2022-09-10T01:02:03Z,true,,a;b",
                ""));
  }

  @Test
  void quotesCommasQuotesAndLineBreaks() throws Exception {
    assertThat(csv("select 'a, \"b\"' || chr(10) || 'c' as name"))
        .isEqualTo("name\r\n\"a, \"\"b\"\"\nc\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+44", "-2", "@sum", "\tx", "\rx"})
  void guardsTextThatWouldStartAFormula(String text) throws Exception {
    assertThat(CsvFile.cell(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5E1", "a=b", "RXX", "(none)"})
  void leavesOtherTextAlone(String text) throws Exception {
    assertThat(CsvFile.cell(text)).isEqualTo(text);
  }

  @Test
  void leavesNegativeNumbersNumbers() throws Exception {
    assertThat(CsvFile.cell(-4)).isEqualTo("-4");
    assertThat(CsvFile.cell(-0.5)).isEqualTo("-0.5");
  }
}

package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nights in one go, as the demo runs them. */
class SeveralNightsTest {
  private static final String HEADER =
      "Code,Organisation Name,Status,Date Of Publication,Primary Sector,Commissioner (From ODS)";

  @TempDir private Path data;

  @Test
  void theyRunInTheOrderOfTheirDatesAndTheLastIsCurrent() throws Exception {
    new Landed(data)
        .file(
            "dspt/DSPT search results 09_09_2022 12_00_00.csv",
            HEADER,
            "ZZ901,EXAMPLE,21/22 Standards Not Met,01/06/2022,Social Care,")
        .file(
            "dspt/DSPT search results 10_09_2022 12_00_00.csv",
            HEADER,
            "ZZ901,EXAMPLE,21/22 Standards Met,01/06/2022,Social Care,");

    OwnProcess nights =
        OwnProcess.start(
            data.resolve("output"),
            "nightly",
            "--data=" + data,
            "--night=2022-09-10",
            "--night=2022-09-09");

    assertThat(nights.exitStatus()).as(nights.err()).isZero();
    assertThat(nights.out())
        .containsSubsequence(
            "Night of 2022-09-09",
            "Published snapshot 2022-09-09-",
            "Night of 2022-09-10",
            "Published snapshot 2022-09-10-");
    assertThat(Files.readString(data.resolve("snapshots/CURRENT"))).startsWith("2022-09-10-");
  }
}

package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.cyberreadiness.batch.run.LakeLock;
import org.cyberreadiness.batch.run.NightFailed;
import org.cyberreadiness.batch.snapshot.SnapshotFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The night as its operator meets it: files in, snapshot out, whatever arrives. */
class WholeWayTest {
  private static final String HEADER =
      "Code,Organisation Name,Status,Date Of Publication,Primary Sector,Commissioner (From ODS)";
  private static final String EXPORT = "dspt/DSPT search results 09_09_2022 12_00_00.csv";

  @TempDir private Path data;

  @Test
  void aRowThatCannotBeReadIsSetAsideWithItsLineAndTheNightGoesOn() throws Exception {
    Landed landed = new Landed(data);
    landed.file(
        EXPORT,
        HEADER,
        "ZZ901,EXAMPLE,21/22 Standards Met,01/06/2022,Social Care,",
        "ZZ902,EXAMPLE,21/22 Standards Exceeded!,01/06/2022,Social Care,",
        ",EXAMPLE,21/22 Standards Bent,01/06/2022,Social Care,",
        "ZZ904,\"EXAMPLE,21/22 Standards Met,01/06/2022,Social Care,",
        "ZZ905,EXAMPLE,21/22 Standards Met,31/06/2022,Social Care,");
    landed.night("2022-09-10");
    assertThat(landed.ask("select rows_read, rows_accepted, rows_rejected from source_file"))
        .containsExactly("5 2 3");
    assertThat(landed.ask("select line, column_name, code from rejected_row order by line"))
        .containsExactly("3 Status unknown_word", "4 Code missing_value", "5 null malformed");
    assertThat(landed.ask("select reason from rejected_row where line = 3").get(0))
        .startsWith(
            "Cannot read Status \"21/22 Standards Exceeded!\". Expected an edition and one of")
        .contains("Standards Exceeded, Standards Met");
    assertThat(landed.ask("select reason from rejected_row where line = 4").get(0))
        .as("all problems of a row at once")
        .contains("Column Code is empty")
        .contains("\"21/22 Standards Bent\"");
    assertThat(landed.ask("select line, column_name, code, value from finding"))
        .as("a date that decides nothing is left out, and the row stands")
        .containsExactly("6 Date Of Publication invalid_date 31/06/2022");
  }

  @Test
  void aFileWithAnUnknownHeaderIsRefusedWithTheNearestLayoutAndTheDifference() throws Exception {
    Landed landed = new Landed(data);
    landed.file(EXPORT, HEADER.replace("Status", "Outcome"), "ZZ901,A,21/22 Standards Met,,,");
    landed.night("2022-09-10");
    assertThat(landed.ask("select status, rows_read, message from source_file").get(0))
        .isEqualTo(
            "refused 0 The header fits no known layout. Nearest: 2022; column \"Status\" is"
                + " missing.");
    assertThat(landed.told()).contains("refused. The header fits no known layout");
  }

  @Test
  void theSameBytesAreTakenInOnceWhateverTheirName() throws Exception {
    Landed landed = new Landed(data);
    String row = "ZZ901,EXAMPLE,21/22 Standards Met,01/06/2022,Social Care,";
    landed.file(EXPORT, HEADER, row);
    landed.file(EXPORT.replace("dspt/", "dspt/again/"), HEADER, row);
    landed.night("2022-09-10");
    assertThat(landed.ask("select status, count(*) from source_file group by 1 order by 1"))
        .containsExactly("accepted 1", "duplicate 1");
  }

  @Test
  void aNightRunTwiceChangesNothingAndAFileOfALaterDayWaits() throws Exception {
    Landed landed = new Landed(data);
    landed.file(EXPORT, HEADER, "ZZ901,EXAMPLE,21/22 Standards Met,01/06/2022,Social Care,");
    landed.file(
        "dspt/DSPT search results 09_12_2022 12_00_00.csv",
        HEADER,
        "ZZ901,EXAMPLE,22/23 Standards Met,01/12/2022,Social Care,");
    String first = landed.night("2022-09-10");
    assertThat(landed.night("2022-09-10")).isEqualTo(first);
    assertThat(landed.told()).contains("Nothing new").contains("waiting. It speaks of 2022-12-09");
    SnapshotFolder.delete(data.resolve("snapshots").resolve(first));
    assertThat(landed.night("2022-09-10"))
        .as("a snapshot that somebody deleted is built again")
        .isEqualTo(first);
    assertThat(landed.ask("select count(*) from source_file")).containsExactly("1");
    String later = landed.night("2022-12-10");
    assertThat(landed.ask("select count(*) from source_file")).containsExactly("2");
    assertThat(landed.ask(first, "select count(*) from toolkit_status"))
        .as("a published snapshot is never rewritten")
        .containsExactly("1");
    assertThat(landed.ask(later, "select count(*) from toolkit_status")).containsExactly("2");
  }

  @Test
  void filesInAnyOrderAndSplitOverNightsGiveTheSameContent() throws Exception {
    String[] june = {HEADER, "ZZ901,EXAMPLE,20/21 Standards Met,01/06/2021,Social Care,"};
    String[] september = {HEADER, "ZZ901,EXAMPLE,21/22 Standards Met,01/08/2022,Social Care,"};
    Landed once = new Landed(data.resolve("once"));
    once.file("dspt/DSPT search results 15_07_2022 12_00_00.csv", june).file(EXPORT, september);
    Landed split = new Landed(data.resolve("split"));
    split.file(EXPORT, september);
    split.night("2022-09-09");
    split.file("dspt/DSPT search results 15_07_2022 12_00_00.csv", june);
    assertThat(split.night("2022-09-10")).isEqualTo(once.night("2022-09-10"));
    assertThat(once.ask("select cycle, outcome, is_late from practice_outcome order by known_from"))
        .containsExactly("20/21 met false", "21/22 not_met false", "21/22 met true");
  }

  @Test
  void twoNightsAtOnceOnOneLakeAreRefusedByName() throws Exception {
    Landed landed = new Landed(data);
    landed.file(EXPORT, HEADER, "ZZ901,EXAMPLE,21/22 Standards Met,01/06/2022,Social Care,");
    LakeLock held = LakeLock.take(data.resolve("lake").toString(), new Configuration());
    try (held) {
      assertThatThrownBy(() -> landed.night("2022-09-10"))
          .isInstanceOf(NightFailed.class)
          .hasMessageContaining("Another night is running on this lake (process ");
    }
    landed.night("2022-09-10");
  }

  @Test
  void whatAKilledNightLeftBehindIsUndone() throws Exception {
    Landed landed = new Landed(data);
    landed.file(EXPORT, HEADER, "ZZ901,EXAMPLE,21/22 Standards Met,01/06/2022,Social Care,");
    landed.night("2022-09-10");
    // as if the next night was killed after its writes and before its commit
    Path commit = data.resolve("lake/_commit.json");
    String committed = Files.readString(commit);
    Path more = data.resolve("landing/dspt/DSPT search results 10_09_2022 12_00_00.csv");
    Files.writeString(
        more, HEADER + "\nZZ901,EXAMPLE,22/23 Standards Met,10/09/2022,Social Care,\n");
    landed.night("2022-09-11");
    Files.writeString(commit, committed);
    Files.delete(more);
    landed.night("2022-09-12");
    assertThat(landed.ask("select count(*) from source_file"))
        .as("what it had written, and no night has committed, is gone")
        .containsExactly("1");
  }
}

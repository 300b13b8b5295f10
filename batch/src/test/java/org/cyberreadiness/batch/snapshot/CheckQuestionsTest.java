package org.cyberreadiness.batch.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks beside the facts, asked of a snapshot in memory. */
class CheckQuestionsTest {
  private SnapshotInMemory snapshot;

  @BeforeEach
  void opens() throws Exception {
    snapshot = SnapshotInMemory.empty();
  }

  @AfterEach
  void closes() throws Exception {
    snapshot.close();
  }

  private Stream<Checks.Check> checks() {
    return OwnFiles.below("fact").stream()
        .filter(path -> path.endsWith(".checks.sql"))
        .flatMap(path -> Checks.parse(path, OwnFiles.text(path)).stream());
  }

  private String answerOf(String name) throws Exception {
    Checks.Check check = checks().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    return snapshot.rows(check.sql()).stream()
        .map(row -> row.cells().toString())
        .toList()
        .toString();
  }

  @Test
  void anEmptySnapshotBreaksNoneButThatItIsEmpty() throws Exception {
    List<String> broken = new ArrayList<>();
    // what compares with the night before has nothing to compare with here
    for (Checks.Check check : checks().filter(c -> !c.sql().contains("was_")).toList()) {
      if (!snapshot.rows(check.sql()).isEmpty()) {
        broken.add(check.name());
      }
    }
    assertThat(broken).containsExactly("organisations-exist");
  }

  @Test
  void devicesThatAreLostOrCountedTwiceAreSeen() throws Exception {
    estateOf(9);
    delivered(12);
    leftOut("repeated_device", 2);
    leftOut("unmapped_group", 1);
    assertThat(answerOf("devices-add-up")).isEqualTo("[]");
    assertThat(answerOf("every-device-has-its-organisation"))
        .isEqualTo("[[1 devices (10.0 %) of 2022-09-28 belong to no known organisation]]");
    snapshot.execute("update estate set devices = 10");
    assertThat(answerOf("devices-add-up"))
        .isEqualTo("[[10 devices of 2022-09-28 counted, 10 with organisations and 1 left out]]");
  }

  private void estateOf(int devices) throws Exception {
    snapshot.execute(
        "insert into estate values ('ZZT01', date '2022-09-28', 'Windows 10', '21H2', '', 'supported',"
            + " null, "
            + devices
            + ", "
            + devices
            + ")");
  }

  private void delivered(int rows) throws Exception {
    snapshot.execute(
        "insert into source_file (source_file_id, source, name, sha256, as_at, night, status,"
            + " rows_read, rows_accepted, rows_rejected, rows_normalised, synthetic) values ('f',"
            + " 'agents-mde', 'f', 'f', date '2022-09-28', date '2022-09-28', 'accepted', "
            + rows
            + ", "
            + rows
            + ", 0, 0, false)");
  }

  private void leftOut(String code, int rows) throws Exception {
    snapshot.execute(
        "insert into left_out values ('agents-mde', null, null, '"
            + code
            + "', 'Something of 2022-09-28.', "
            + rows
            + ")");
    snapshot.execute(
        "insert into left_out values ('agents-mde', null, null, '"
            + code
            + "', 'Something: months judged without it 1, the newest 2022-09.', "
            + rows
            + ")");
  }
}

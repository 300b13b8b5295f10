package org.cyberreadiness.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files at the door: what is taken in, as at which day, and what the ledger shows on a night. */
class IntakeTest {
  private static final String RESPONSES = "threat_id,ods_code,stage,at,responded_by";
  private static final String DSPT =
      "Code,Organisation Name,Status,Date Of Publication,Primary Sector,Commissioner (From ODS)";

  @TempDir private Path data;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(data);
  }

  private static String machine(String id, String lastSeen) {
    return ("{'id':'%s','lastSeen':'%s','osPlatform':'Windows10','healthStatus':'Active',"
            + "'machineTags':['ods:zz901']}")
        .formatted(id, lastSeen)
        .replace('\'', '"');
  }

  @Test
  void rowsThatSayTheirDayAreTakenInWholeAndShownOneByOne() throws Exception {
    door.file(
        "alert-responses/responses.csv",
        RESPONSES,
        "CC-1,ZZ901,acknowledged,2022-01-10T00:00:00Z,ZZ901",
        "CC-1,ZZ901,remediated,2022-01-20T00:00:00Z,ZZ901",
        "CC-1,ZZ901,closed,2035-01-01T00:00:00Z,ZZ901");
    assertThat(door.night("2022-01-15"))
        .containsExactly("alert-responses/responses.csv ACCEPTED 2035-01-01 3+0");
    assertThat(door.ask("select as_at from landed_alert_responses"))
        .containsExactly("2022-01-10", "2022-01-20", "2035-01-01");
    assertThat(door.shown("2022-01-09", "name", "as_at")).isEmpty();
    assertThat(door.shown("2022-01-15", "name", "as_at"))
        .containsExactly("responses.csv 2022-01-10");
    assertThat(door.shown("2022-06-01", "name", "as_at"))
        .containsExactly("responses.csv 2022-01-20");
    assertThat(door.night("2022-06-01")).isEmpty();
  }

  @Test
  void aWrongClockSetsItsRowAsideAndNeverTheFile() throws Exception {
    String[] rows = new String[6];
    Arrays.setAll(rows, i -> machine("d" + i, "2022-08-3%dT08:00:00Z".formatted(i % 2)));
    rows[2] = machine("d2", "2035-01-01T08:00:00Z");
    rows[4] = machine("d4", "0001-01-01T00:00:00Z");
    door.file("agents-mde/machines.json", rows).file("agents-mde/2022-08-31/machines.json", rows);
    assertThat(door.night("2022-09-01"))
        .containsExactly(
            "agents-mde/2022-08-31/machines.json ACCEPTED 2022-08-31 4+2",
            "agents-mde/machines.json ACCEPTED 2022-08-31 4+2");
    assertThat(door.ask("select distinct line, code, reason from rejected_row order by line"))
        .containsExactly(
            "3 invalid_date The row is of 2035-01-01, seen after the day of its file, 2022-08-31.",
            "5 invalid_date Cannot read lastSeen \"0001-01-01T00:00:00Z\". Expected an ISO 8601"
                + " time from 1990 to 2199.");
    assertThat(door.ask("select distinct as_at, ods_tag from landed_agents_mde"))
        .containsExactly("2022-08-31 ZZ901");
    assertThat(door.ask("select rows_normalised from source_file")).containsExactly("4", "4");
  }

  @Test
  void aFileNamedAfterAMonthMayHoldRowsOfAllOfIt() throws Exception {
    door.file(
        "incidents/incidents-2022-09.csv",
        "incident_id,ods_code,discovered_at,reported_at,ico_reportable,nis_reportable,category",
        "I1,ZZ901,2022-09-30T08:00:00Z,,Y,N,integrity",
        "I2,ZZ901,2022-11-01T08:00:00Z,,Y,N,integrity");
    assertThat(door.night("2022-10-01"))
        .containsExactly("incidents/incidents-2022-09.csv ACCEPTED 2022-09-01 1+1");
  }

  @Test
  void anUndatedFileWhoseValuesAreOfALaterDayWaits() throws Exception {
    door.file("agents-mde/machines.json", machine("a", "2022-09-05T00:00:00Z"));
    assertThat(door.night("2022-09-01"))
        .containsExactly("agents-mde/machines.json WAITING null 0+0");
    assertThat(door.night("2022-09-05"))
        .containsExactly("agents-mde/machines.json ACCEPTED 2022-09-05 1+0");
  }

  @Test
  void aValueThatDecidesNothingIsLeftOutAndNoted() throws Exception {
    door.file(
        "dspt/DSPT search results 09_09_2022.csv",
        DSPT,
        "ZZ901,EXAMPLE,21/22 Standards Met,CompletedThroughQIO,Social Care,");
    assertThat(door.night("2022-09-09"))
        .containsExactly("dspt/DSPT search results 09_09_2022.csv ACCEPTED 2022-09-09 1+0");
    assertThat(door.ask("select line, column_name, code, value from finding"))
        .containsExactly("2 Date Of Publication invalid_date CompletedThroughQIO");
    assertThat(door.ask("select code, published_on from landed_dspt"))
        .containsExactly("ZZ901 null");
  }

  @Test
  void aFileThatTurnsOutUnreadableLeavesNothingBehind() throws Exception {
    String page = "{\"value\":[" + machine("a", "2022-08-31T00:00:00Z") + ",\n";
    door.file("agents-mde/2022-08-31/cut.json", page + machine("b", "yesterday") + ",\n{\"id\":");
    assertThat(door.night("2022-09-01"))
        .containsExactly("agents-mde/2022-08-31/cut.json REFUSED 2022-08-31 0+0");
    assertThat(door.ask("select * from landed_agents_mde")).isEmpty();
    assertThat(door.ask("select * from rejected_row")).isEmpty();
    assertThat(door.shown("2022-08-30", "name")).isEmpty();
    assertThat(door.shown("2022-08-31", "name", "status"))
        .containsExactly("2022-08-31/cut.json refused");
  }

  @Test
  void whatCannotStandInUtf8IsSetAsideAllTheSame() throws Exception {
    byte[] bytes =
        (DSPT + "\n?,EXAMPLE\nZZ902,EXAMPLE,\"Half\uD83C\",,,\n").getBytes(StandardCharsets.UTF_8);
    bytes[DSPT.length() + 1] = (byte) 0xFF;
    door.bytes("dspt/2022-09-09.csv", bytes);
    assertThat(door.night("2022-09-09"))
        .containsExactly("dspt/2022-09-09.csv ACCEPTED 2022-09-09 0+2");
    assertThat(door.ask("select line, code from rejected_row order by line"))
        .containsExactly("2 malformed", "3 unknown_word");
  }

  @Test
  void theSameBytesWrittenAnewEachNightChangeNothing() throws Exception {
    String[] lines = {"rbac_group,ods_code", "Group,zz901"};
    door.file("agent-tenants/tenants.csv", lines);
    door.night("2022-09-01");
    for (int night = 2; night < 4; night++) {
      door.touched("agent-tenants/tenants.csv");
      assertThat(door.night("2022-09-0" + night)).isEmpty();
    }
    assertThat(door.ask("select count(*), count(distinct source_file_id) from source_file"))
        .containsExactly("1 1");
    assertThat(door.ask("select as_at, ods_code from landed_agent_tenants"))
        .containsExactly("2022-09-01 ZZ901");
  }
}

package org.cyberreadiness.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night knows follows from what files say of their days, not from when they came. */
class AnyOrderOfNightsTest {
  private static final String[] NIGHTS = {"2022-03-01", "2022-06-01", "2022-09-01", "2023-01-01"};
  private static final String RESPONSES = "threat_id,ods_code,stage,at,responded_by\n";
  private static final String[][] FILES = {
    {"agents-mde/2022-02-28/a.json", machines("2022-02-27", "2022-02-28", "2035-01-01")},
    {
      "agents-mde/a.json",
      machines("2022-05-30", "2022-05-31", "2022-05-29", "2022-05-31", "2035-01-01")
    },
    {"agents-mde/2022-08-31/a.json", machines("2022-08-31", "2022-08-30", "yesterday")},
    {"agent-tenants/tenants 2022-02-01.csv", "rbac_group,ods_code\nG,ZZ901\n"},
    {"agent-tenants/tenants 2022-05-01.csv", "rbac_group,ods_code\nG,ZZ902\n"},
    {"agent-tenants/tenants 2022-08-01.csv", "rbac_group,ods_code\nG,ZZ901\n"},
    {
      "alert-responses/a.csv",
      RESPONSES
          + "CC-1,ZZ901,acknowledged,2022-02-10T00:00:00Z,ZZ901\n"
          + "CC-1,ZZ901,closed,2022-07-10T00:00:00Z,ZZ901\n"
    },
    {"alert-responses/b.csv", RESPONSES + "CC-1,ZZ902,closed,2022-12-10T00:00:00Z,ZZ902\n"},
    {"dspt/2022-08-15.csv", "no,header\n"}
  };

  @TempDir private Path data;

  private static String machines(String... days) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < days.length; i++) {
      text.append("{\"id\":\"d")
          .append(i)
          .append("\",\"lastSeen\":\"")
          .append(days[i])
          .append("\"}\n");
    }
    return text.toString();
  }

  @Test
  void everyOrderOfFilesAndNightsAgrees() throws Exception {
    Random random = new Random(4);
    List<List<String>> first = List.of();
    for (int order = 0; order < 3; order++) {
      Door door = new Door(data.resolve("order" + order));
      List<String[]> files = new ArrayList<>(List.of(FILES));
      List<String> nights = new ArrayList<>(List.of(NIGHTS));
      if (order > 0) {
        Collections.shuffle(files, random);
        Collections.shuffle(nights, random);
      }
      for (int i = 0; i < files.size(); i++) {
        door.file(files.get(i)[0], files.get(i)[1].strip().split("\n", -1));
        if (i % 3 == 2) {
          door.night(nights.get(i / 3));
        }
      }
      nights.forEach(door::quietly);
      door.quietly("2023-02-01");
      List<List<String>> known = new ArrayList<>();
      for (String night : NIGHTS) {
        known.add(door.shown(night, "* except (night)"));
        for (String table : List.of("agents_mde", "agent_tenants", "alert_responses")) {
          known.add(
              door.ask(
                  "select * from landed_%s where as_at <= date'%s' order by source_file_id, line"
                      .formatted(table, night)));
        }
      }
      first = first.isEmpty() ? known : first;
      assertThat(known).isEqualTo(first);
    }
    assertThat(first.get(0)).isNotEmpty();
  }
}

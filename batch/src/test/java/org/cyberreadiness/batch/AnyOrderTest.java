package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files may arrive in any order and on any night: what is known in the end is the same. */
class AnyOrderTest {
  private static final String DSPT =
      "Code,Organisation Name,Status,Date Of Publication,Primary Sector,Commissioner (From ODS)";
  private static final String INSPECTIONS =
      "inspection_id,ods_code,inspected_on,kind,selection,practice,finding,severity,published_on";

  @TempDir private Path folder;

  private record File(String path, List<String> lines) {
    static File of(String path, String... lines) {
      return new File(path, List.of(lines));
    }
  }

  private static String ods(String code, String name, String region, String board, String closed) {
    List<String> fields = new ArrayList<>(Collections.nCopies(27, ""));
    fields.set(0, code);
    fields.set(1, name);
    fields.set(2, region);
    fields.set(3, board);
    fields.set(10, "20100401");
    fields.set(11, closed);
    return "\"" + String.join("\",\"", fields) + "\"";
  }

  private static String machine(
      String id, String seen, String version, String group, String health) {
    return ("{'id':'%s','lastSeen':'%s','osPlatform':'Windows10','version':'%s',"
            + "'rbacGroupName':'%s','onboardingStatus':'Onboarded','healthStatus':'%s'}")
        .formatted(id, seen, version, group, health)
        .replace('\'', '"');
  }

  /** Lists that overtake each other, late corrections, days told twice, a device in two files. */
  private static List<File> files() {
    return List.of(
        File.of(
            "ods/etr_2022-02.csv",
            ods("ZZT01", "EXAMPLE TRUST ONE", "Y60", "QZ1", ""),
            ods("ZZT02", "EXAMPLE TRUST TWO", "Y61", "QZ2", "")),
        File.of(
            "ods/etr_2022-06.csv",
            ods("ZZT01", "EXAMPLE TRUST ONE RENAMED", "Y60", "QZ1", ""),
            ods("ZZT02", "EXAMPLE TRUST TWO", "Y61", "QZ2", "20220401")),
        File.of("succession/succ_2022-02.csv", "\"ZZT03\",\"ZZT01\",\"R\",\"20210401\",\"1\""),
        File.of("succession/succ_2022-06.csv", "\"ZZT02\",\"ZZT01\",\"R\",\"20220401\",\"1\""),
        File.of(
            "dspt/DSPT search results 10_09_2021 09_00_00.csv",
            DSPT,
            "ZZT01,ONE,20/21 Standards Met,29/06/2021,NHS Trust,",
            "ZZT02,TWO,20/21 Standards Not Met,29/06/2021,NHS Trust,",
            "ZZ901,HOME,Not Published,,Social Care,"),
        File.of(
            "dspt/DSPT search results 01_07_2022 09_00_00.csv",
            DSPT,
            "ZZT01,ONE,21/22 Approaching Standards,30/06/2022,NHS Trust,",
            "ZZT02,TWO,20/21 Standards Met,30/06/2021,NHS Trust,",
            "ZZ901,HOME,21/22 Standards Exceeded!,30/06/2022,Social Care,"),
        File.of(
            "dspt/DSPT search results 02_08_2022 09_00_00.csv",
            DSPT,
            "ZZT01,ONE,21/22 Standards Met,01/08/2022,NHS Trust,",
            "ZZ901,HOME,20/21 Standards Met,20/06/2021,Social Care,"),
        File.of(
            "dspt/DSPT search results 02_08_2022 17_00_00.csv",
            DSPT,
            "ZZT01,ONE,21/22 Standards Not Met,02/08/2022,NHS Trust,",
            "ZZ901,HOME,21/22 Standards Met,28/06/2022,Social Care,"),
        File.of(
            "agent-tenants/2022-01-01/tenants.csv",
            "rbac_group,ods_code",
            "One,ZZT01",
            "Two,ZZT02"),
        File.of("agent-tenants/2022-08-01/tenants.csv", "rbac_group,ods_code", "Two,ZZT01"),
        File.of(
            "expected-devices/expected.csv",
            "ods_code,devices,as_at",
            "ZZT01,4,2022-01-01",
            "ZZT01,3,2022-08-01"),
        File.of("expected-devices/expected-2.csv", "ods_code,devices,as_at", "ZZT02,2,2022-03-01"),
        File.of(
            "support-catalogue/2022-01-01/windows.json",
            "[{\"cycle\":\"10-21h2-e\",\"releaseDate\":\"2021-11-16\",\"eol\":\"2024-06-11\"},",
            " {\"cycle\":\"10-1909-e\",\"releaseDate\":\"2019-11-12\",\"eol\":\"2022-05-10\"}]"),
        File.of(
            "agents-mde/2022-07-31/machines.json",
            machine("a", "2022-07-30T08:00:00Z", "21H2", "One", "Active"),
            machine("b", "2022-07-30T08:00:00Z", "1909", "Two", "Active")),
        File.of(
            "agents-mde/2022-08-31/machines-1.json",
            machine("a", "2022-08-30T08:00:00Z", "21H2", "One", "Active"),
            machine("b", "2022-08-30T08:00:00Z", "1909", "Two", "Inactive")),
        File.of(
            "agents-mde/2022-08-31/machines-2.json",
            machine("b", "2022-08-30T08:00:00Z", "21H2", "Two", "Active"),
            machine("c", "2022-06-30T08:00:00Z", "1909", "One", "Active")),
        File.of(
            "cyber-inspections/2022-06-01/inspections.csv",
            INSPECTIONS,
            "CI-1,ZZT01,2022-05-01,announced,random,supported-systems,not_met,high,2022-05-20",
            "CI-1,ZZT01,2022-05-01,announced,random,agent-coverage,met,,2022-05-20"),
        File.of(
            "cyber-inspections/2022-07-01/inspections.csv",
            INSPECTIONS,
            "CI-1,ZZT01,2022-05-01,announced,random,supported-systems,not_met,low,2022-06-20",
            "CI-2,ZZT02,2022-05-03,unannounced,targeted,agent-coverage,not_met,high,2022-06-21"));
  }

  private Landed landed(String name) {
    return new Landed(folder.resolve(name));
  }

  private static void land(Landed landed, List<File> files) throws Exception {
    for (File file : files) {
      landed.file(file.path(), file.lines().toArray(String[]::new));
    }
  }

  /** Takes the files in a random order, cut into as many nights as there are dates. */
  private Landed taken(String name, long seed, String... nights) throws Exception {
    Random random = new Random(seed);
    List<File> files = new ArrayList<>(files());
    Collections.shuffle(files, random);
    List<Integer> cuts = new ArrayList<>(List.of(0));
    for (int i = 1; i < nights.length; i++) {
      cuts.add(random.nextInt(files.size() + 1));
    }
    Collections.sort(cuts);
    cuts.add(files.size());
    Landed landed = landed(name);
    for (int i = 0; i < nights.length; i++) {
      land(landed, files.subList(cuts.get(i), cuts.get(i + 1)));
      landed.night(nights[i]);
    }
    return landed;
  }

  @Test
  void theSameFilesGiveTheSameSnapshotWhateverTheirOrder() throws Exception {
    String id = "select snapshot_id from snapshot";
    Landed atOnce = landed("at-once");
    land(atOnce, files());
    atOnce.night("2022-09-10");
    assertThat(atOnce.ask("select count(*) > 5 from practice_outcome")).containsExactly("true");
    Landed two = taken("two", 1, "2022-08-20", "2022-09-10");
    assertThat(two.content()).containsExactlyElementsOf(atOnce.content());
    Landed four = taken("four", 2, "2022-09-01", "2022-07-15", "2022-09-09", "2022-09-10");
    assertThat(four.content()).containsExactlyElementsOf(atOnce.content());
    assertThat(two.ask(id)).isEqualTo(atOnce.ask(id)).isEqualTo(four.ask(id));
  }
}

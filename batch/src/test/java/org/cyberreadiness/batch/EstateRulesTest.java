package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices, support and coverage (domain section 4), and organisations they belong to. */
class EstateRulesTest {
  @TempDir private Path data;

  private static String ods(String code, String name, String region, String opened, String closed) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < 27; i++) {
      fields.add("");
    }
    fields.set(0, code);
    fields.set(1, name);
    fields.set(2, region);
    fields.set(3, "ZQ01");
    fields.set(10, opened);
    fields.set(11, closed);
    return "\"" + String.join("\",\"", fields) + "\"";
  }

  private static String device(
      String id, String platform, String version, String lastSeen, String group, String tags) {
    return ("{'id':'"
            + id
            + "','computerDnsName':'x','lastSeen':'"
            + lastSeen
            + "','osPlatform':'"
            + platform
            + "','version':'"
            + version
            + "','onboardingStatus':'Onboarded',"
            + "'healthStatus':'Active','rbacGroupName':'"
            + group
            + "','machineTags':["
            + tags
            + "]}")
        .replace('\'', '"');
  }

  private Landed estate() throws Exception {
    Landed landed = new Landed(data);
    landed.file(
        "ods/etr_2022-03.csv",
        ods("ZZT01", "EXAMPLE TRUST ONE", "Y60", "20100401", ""),
        ods("ZZT02", "EXAMPLE TRUST TWO", "Y60", "20100401", ""),
        ods("ZZW01", "EXAMPLE WELSH TRUST", "W00", "20100401", ""));
    landed.file("agent-tenants/2022-01-01/tenants.csv", "rbac_group,ods_code", "One,zzt01");
    landed.file(
        "support-catalogue/2022-01-01/windows.json",
        "[{\"cycle\":\"10-21h2-e\",\"releaseDate\":\"2021-11-16\",\"eol\":\"2024-06-11\"},",
        " {\"cycle\":\"10-1909-e\",\"releaseDate\":\"2019-11-12\",\"eol\":\"2022-05-10\"},",
        " {\"cycle\":\"10-1809-e\",\"releaseDate\":\"2018-11-13\",\"eol\":\"2021-05-11\"},",
        " {\"cycle\":\"10-1809-e-lts\",\"releaseDate\":\"2018-11-13\",\"eol\":\"2029-01-09\"},",
        " {\"cycle\":\"7-sp1\",\"releaseDate\":\"2009-10-22\",\"eol\":\"2020-01-14\"}]");
    return landed;
  }

  @Test
  void supportIsAMatterOfReleaseEditionAndDate() throws Exception {
    Landed landed = estate();
    String[] devices = {
      device("a", "Windows10", "21H2", "2022-08-30T08:00:00Z", "One", ""),
      device("b", "Windows10", "1909", "2022-08-30T08:00:00Z", "One", ""),
      device("c", "Windows10", "1809", "2022-08-30T08:00:00Z", "One", ""),
      device("d", "Windows10", "1809", "2022-08-30T08:00:00Z", "One", "'LTSC'"),
      device("e", "Windows10", "", "2022-08-30T08:00:00Z", "One", ""),
      device("f", "Windows7", "", "2022-08-30T08:00:00Z", "One", ""),
      device("g", "Linux", "22.04", "2022-08-30T08:00:00Z", "One", ""),
      device("h", "Windows10", "21H2", "2022-07-31T23:59:00Z", "One", ""),
      device("i", "Windows10", "21H2", "2022-08-01T00:00:00Z", "One", ""),
      device("j", "Windows10", "21H2", "2022-08-30T08:00:00Z", "", "'ods:zzt02','x'"),
      device("k", "Windows10", "21H2", "2022-08-30T08:00:00Z", "Nobody", "")
    };
    landed.file("agents-mde/2022-08-31/machines.json", devices);
    // the same device in a second file of the day, seen earlier: it counts once
    landed.file(
        "agents-mde/2022-08-31/more.json",
        "{\"value\":[" + device("a", "Windows7", "", "2022-08-01T08:00:00Z", "One", "") + "]}");
    landed.night("2022-09-01");
    assertThat(
            landed.ask(
                "select release, edition, support, devices, active_devices from estate"
                    + " where ods_code = 'ZZT01' and product = 'Windows 10'"
                    + " order by release, edition"))
        .containsExactly(
            " Enterprise (assumed) unknown 1 1",
            "1809 Enterprise (assumed) unsupported 1 1",
            "1809 LTSC supported 1 1",
            "1909 Enterprise (assumed) unsupported 1 1",
            "21H2 Enterprise (assumed) supported 3 2");
    assertThat(
            landed.ask(
                "select devices, active_devices, stale_devices, judged_devices,"
                    + " unsupported_devices, unknown_devices from estate_summary"
                    + " where ods_code = 'ZZT01'"))
        .as("a device not seen for 31 days is stale; Linux is in no catalogue")
        .containsExactly("9 8 1 7 3 1");
    assertThat(
            landed.ask(
                "select outcome, numerator, denominator, line from practice_outcome"
                    + " where practice = 'supported-systems' and ods_code = 'ZZT01'"))
        .containsExactly("not_met 4.0 7.0 1");
    assertThat(landed.ask("select ods_code, devices from estate_summary where ods_code = 'ZZT02'"))
        .as("a machine tag names the organisation")
        .containsExactly("ZZT02 1");
  }

  @Test
  void unknownReleasesThatCouldDecideLeaveItNotAssessed() throws Exception {
    Landed landed = estate();
    landed.file(
        "agents-mde/2022-08-31/machines.json",
        device("a", "Windows10", "21H2", "2022-08-30T08:00:00Z", "One", ""),
        device("b", "Windows10", "", "2022-08-30T08:00:00Z", "One", ""));
    landed.night("2022-09-01");
    assertThat(
            landed.ask(
                "select outcome, reason from practice_outcome"
                    + " where practice = 'supported-systems'"))
        .containsExactly("not_assessed 1 devices do not say their release, and they could decide");
    assertThat(
            landed.ask(
                "select met, not_met, not_assessed, not_applicable from trend where practice ="
                    + " 'supported-systems' and group_kind = 'england'"))
        .as("the Welsh trust is out, the trust without inventory is not assessed")
        .containsExactly("0 0 2 0");
  }

  @Test
  void coverageIsMeasuredAgainstExpectedDevices() throws Exception {
    Landed landed = estate();
    landed.file("expected-devices/expected.csv", "ods_code,devices,as_at", "ZZT01,20,2022-06-01");
    List<String> devices = new ArrayList<>();
    for (int i = 0; i < 19; i++) {
      devices.add(device("d" + i, "Windows10", "21H2", "2022-08-30T08:00:00Z", "One", ""));
    }
    landed.file("agents-mde/2022-08-31/machines.json", devices.toArray(new String[0]));
    landed.night("2022-09-01");
    assertThat(
            landed.ask(
                "select outcome, value from practice_outcome where practice = 'agent-coverage'"))
        .containsExactly("met 0.95");
  }

  @Test
  void anOrganisationThatOpensAgainKeepsThePastItHad() throws Exception {
    Landed landed = new Landed(data);
    landed.file(
        "ods/etr_2020-01.csv", ods("ZZT07", "EXAMPLE TRUST SEVEN", "Y60", "20100401", "20191001"));
    landed.file("ods/etr_2022-01.csv", ods("ZZT07", "EXAMPLE TRUST SEVEN", "Y61", "20210801", ""));
    landed.file(
        "dspt/DSPT search results 05_07_2019 09_00_00.csv",
        "OrganisationName,ODSCode,PublicationStatus,DateOfPublication,PrimarySector,CCG (from ODS"
            + " and CQC)",
        "EXAMPLE TRUST SEVEN,ZZT07,18/19 Standards Not Met,20/03/2019,NHS Trust,");
    landed.file(
        "dspt/DSPT search results 01_10_2021 09_00_00.csv",
        "Code,Organisation Name,Status,Date Of Publication,Primary Sector,Commissioner (From ODS)",
        "ZZT07,EXAMPLE TRUST SEVEN,18/19 Standards Not Met,20/03/2019,NHS Trust,");
    landed.night("2022-02-01");
    assertThat(landed.ask("select scope, opened_on, region_code from organisation"))
        .containsExactly("in_scope 2010-04-01 Y61");
    assertThat(
            landed.ask(
                "select cycle, outcome from practice_outcome where practice = 'toolkit'"
                    + " order by cycle_end, known_from"))
        .as("it is not charged for the editions whose deadline passed while it was closed")
        .containsExactly("18/19 not_met");
    assertThat(
            landed.ask(
                "select region_code, state, known_from, known_to from organisation_version"
                    + " order by known_from"))
        .as("as it was")
        .containsExactly(
            "null open 2019-07-05 2020-01-01",
            "Y60 closed 2020-01-01 2022-01-01",
            "Y61 open 2022-01-01 null");
    assertThat(
            landed.ask(
                "select cycle, group_code, not_met from trend_as_it_was_as_at(date '2022-02-01',"
                    + " 'toolkit') where group_kind = 'region'"))
        .as("its old failing counts where it belonged then")
        .containsExactly("18/19 Y60 1");
  }

  @Test
  void aPredecessorIsClosedByItsSuccessionAndItsStreakGoesOn() throws Exception {
    Landed landed = new Landed(data);
    landed.file(
        "ods/etr_2020-01.csv",
        ods("ZZT01", "EXAMPLE OLD TRUST", "Y60", "20100401", ""),
        ods("ZZT09", "EXAMPLE NEW TRUST", "Y60", "20211001", ""));
    landed.file("succession/succ_2022-02.csv", "\"ZZT01\",\"ZZT09\",\"R\",\"20211001\",\"\"");
    String header =
        "Code,Organisation Name,Status,Date Of Publication,Primary Sector,Commissioner (From ODS)";
    landed.file(
        "dspt/DSPT search results 10_07_2021 12_00_00.csv",
        header,
        "ZZT01,OLD,20/21 Standards Not Met,20/06/2021,NHS Trust,");
    landed.file(
        "dspt/DSPT search results 10_07_2022 12_00_00.csv",
        header,
        "ZZT09,NEW,21/22 Standards Not Met,20/06/2022,NHS Trust,",
        "ZZX99,NOT A TRUST,21/22 Standards Met,20/06/2022,NHS Trust,");
    landed.night("2022-08-01");
    assertThat(
            landed.ask(
                "select ods_code, type, scope, closed_on from organisation order by ods_code"))
        .as("who stands on no list of trusts is none")
        .containsExactly(
            "ZZT01 trust closed 2021-10-01",
            "ZZT09 trust in_scope null",
            "ZZX99 other in_scope null");
    assertThat(
            landed.ask(
                "select ods_code, current_streak, repeated, inherited_from from repeat_failure"
                    + " where cycles_failed > 0"))
        .containsExactly("ZZT09 2 true ZZT01");
  }

  @Test
  void aBoardIsWhatOthersNameAsTheirBoard() throws Exception {
    Landed landed = new Landed(data);
    landed.file("ods/eccg_2022-03.csv", ods("ZZP01", "EXAMPLE PLACE", "Y60", "20130401", ""));
    landed.file(
        "dspt/DSPT search results 10_07_2022 12_00_00.csv",
        "Code,Organisation Name,Status,Date Of Publication,Primary Sector,Commissioner (From ODS)",
        "ZQ01,EXAMPLE BOARD,21/22 Standards Met,20/06/2022,CCG / Integrated Care Board (ICB),",
        "ZZX99,NOBODY'S,21/22 Standards Met,20/06/2022,CCG / Integrated Care Board (ICB),");
    landed.night("2022-08-01");
    assertThat(
            landed.ask(
                "select ods_code, type, region_code, icb_code from organisation order by ods_code"))
        .containsExactly("ZQ01 icb Y60 ZQ01", "ZZP01 sub_icb Y60 ZQ01", "ZZX99 other null null");
  }

  @Test
  void anInspectionIsNotMetAtHighOrCriticalOnlyAndKnownFromPublication() throws Exception {
    Landed landed = estate();
    landed.file(
        "cyber-inspections/all.csv",
        "inspection_id,ods_code,inspected_on,kind,selection,practice,finding,severity,published_on",
        "I1,ZZT01,2022-03-01,unannounced,random,Patching,not_met,medium,2022-04-01",
        "I1,ZZT01,2022-03-01,unannounced,random,Backups,met,,2022-04-01",
        "I2,ZZT02,2022-03-02,unannounced,targeted,Patching,not_met,high,2022-04-02");
    landed.night("2022-09-01");
    assertThat(
            landed.ask(
                "select ods_code, cycle, outcome, known_from, reason from practice_outcome"
                    + " order by cycle"))
        .containsExactly(
            "ZZT01 I1 met 2022-04-01 null",
            "ZZT02 I2 not_met 2022-04-02 serious failing found in: Patching");
  }
}

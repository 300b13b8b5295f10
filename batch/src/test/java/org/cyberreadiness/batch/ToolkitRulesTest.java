package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The toolkit's rules of domain section 3.1 and 9, from landing file to outcome. */
class ToolkitRulesTest {
  private static final String HEADER =
      "Code,Organisation Name,Status,Date Of Publication,Primary Sector,Commissioner (From ODS)";

  @TempDir private Path data;

  private static String export(String day) {
    return "dspt/DSPT search results " + day + " 12_00_00.csv";
  }

  private static String row(String code, String status, String published) {
    return code + ",EXAMPLE HOME (" + code + ")," + status + "," + published + ",Social Care,";
  }

  @Test
  void staleEditionFailsOnlyAfterTheDeadlineAndSilenceIsNoStatement() throws Exception {
    Landed landed = new Landed(data);
    landed.file(
        export("15_05_2022"),
        HEADER,
        row("ZZ901", "20/21 Standards Met", "01/06/2021"),
        row("ZZ902", "20/21 Standards Met", "01/06/2021"));
    landed.night("2022-05-16");
    assertThat(landed.ask("select count(*) from practice_outcome where cycle = '21/22'"))
        .as("no judgement before the deadline of 30 June 2022")
        .containsExactly("0");

    landed.file(export("05_07_2022"), HEADER, row("ZZ901", "20/21 Standards Met", "01/06/2021"));
    landed.night("2022-07-06");
    assertThat(
            landed.ask(
                "select ods_code, outcome, known_from from practice_outcome where cycle = '21/22'"))
        .as("ZZ902 is absent from the later export: it has said nothing")
        .containsExactly("ZZ901 not_met 2022-07-05");
    assertThat(
            landed.ask(
                "select met, not_met, not_assessed from trend where cycle = '21/22' and"
                    + " group_kind = 'england' and practice = 'toolkit'"))
        .containsExactly("0 1 1");
  }

  @Test
  void lateImprovementChangesThePresentAndNotThePast() throws Exception {
    Landed landed = new Landed(data);
    landed.file(
        export("10_07_2022"), HEADER, row("ZZ901", "21/22 Standards Not Met", "28/06/2022"));
    landed.file(
        export("10_10_2022"), HEADER, row("ZZ901", "21/22 Approaching Standards", "28/06/2022"));
    landed.file(export("10_12_2022"), HEADER, row("ZZ901", "21/22 Standards Met.", "28/06/2022"));
    landed.night("2022-12-31");
    assertThat(
            landed.ask(
                "select outcome, is_late, known_from, known_to from practice_outcome"
                    + " order by known_from"))
        .containsExactly(
            "not_met false 2022-07-10 2022-10-10",
            "not_met false 2022-10-10 2022-12-10",
            "met true 2022-12-10 null");
    assertThat(
            landed.ask(
                "select outcome from cycle_outcome_as_at(date '2022-11-01', 'toolkit', '21/22')"))
        .containsExactly("not_met");
    assertThat(
            landed.ask(
                "select outcome from cycle_outcome_as_at(date '2022-12-31', 'toolkit', '21/22')"))
        .containsExactly("met");
  }

  @Test
  void belowTheStandardBeforeTheDeadlineIsNotJudgedUntilItHasPassed() throws Exception {
    Landed landed = new Landed(data);
    landed.file(
        export("01_06_2022"), HEADER, row("ZZ901", "21/22 Approaching Standards", "20/05/2022"));
    landed.night("2022-08-01");
    assertThat(
            landed.ask(
                "select outcome, known_from, known_to from practice_outcome order by known_from"))
        .containsExactly("not_assessed 2022-06-01 2022-07-01", "not_met 2022-07-01 null");
  }

  @Test
  void notPublishedChargesTheNewestClosedEditionAndAStaleOneEveryEditionSince() throws Exception {
    Landed landed = new Landed(data);
    landed.file(
        export("09_09_2022"),
        HEADER,
        row("ZZ901", "Not Published", ""),
        row("ZZ902", "19/20 Entry Level", "02/09/2020"),
        row("ZZ903", "22/23 Standards Met", "20/08/2022"));
    landed.night("2022-09-10");
    assertThat(
            landed.ask(
                "select ods_code, edition, outcome from toolkit_status"
                    + " order by ods_code, edition"))
        .containsExactly(
            "ZZ901 21/22 not_published",
            "ZZ902 19/20 entry_level",
            "ZZ902 20/21 not_published",
            "ZZ902 21/22 not_published",
            "ZZ903 22/23 met");
    assertThat(
            landed.ask("select ods_code, current_streak, repeated from repeat_failure order by 1"))
        .as("an edition met before its deadline counts once the deadline has passed")
        .containsExactly("ZZ901 1 false", "ZZ902 3 true");
  }

  @Test
  void everyVintageIsRead() throws Exception {
    Landed landed = new Landed(data);
    landed.file(
        "dspt/DSPT search results 08_04_2019 10_00_00.csv",
        "OrganisationName,ODSCode,PublicationStatus,DateOfPublication,PrimarySector,CCG (from ODS"
            + " and CQC)",
        " EXAMPLE A,zz901,Standards Met,28/03/2019,GP,",
        "EXAMPLE B,ZZ902,Standards not fully met (plan agreed),29/03/2019,GP,",
        "EXAMPLE C,ZZ903,Standards Exceeded (19-20),02/04/2019,GP,",
        "EXAMPLE D,ZZ904,,,GP,");
    landed.file(
        "dspt/DSPT search results 10_09_2021 10_00_00.csv",
        "Code, Organisation Name ,Latest Status,Date Of Publication,Primary Sector,Commissioner"
            + " (From ODS)",
        "ZZ901,EXAMPLE A,20/21 Standards Met.,28/05/2021,General Practice (GP),");
    landed.file(
        "dspt/DSPT search results 05_09_2023 10_00_00.csv",
        "\uFEFFCode,Organisation Name,Status,Date Of Publication,Primary Sector,\"Integrated Care"
            + " Board (where available, from ODS)\"",
        "ZZ901,EXAMPLE A,22/23 Standards Exceeded,28/05/2023,General Practice (GP),");
    landed.night("2023-09-06");
    assertThat(landed.ask("select layout from source_file order by as_at"))
        .containsExactly("2019", "2020-2021", "2023 on");
    assertThat(
            landed.ask(
                "select ods_code, edition, outcome from toolkit_status order by ods_code, edition"))
        .containsExactly(
            "ZZ901 18/19 met",
            "ZZ901 20/21 met",
            "ZZ901 22/23 exceeded",
            "ZZ902 18/19 approaching",
            "ZZ903 19/20 exceeded",
            "ZZ904 18/19 not_published");
  }
}

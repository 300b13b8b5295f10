package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cyberreadiness.batch.resource.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changed since the snapshot before: by new data, by late data, by another rule. */
class ChangeTest {
  private static final String HEADER =
      "Code,Organisation Name,Status,Date Of Publication,Primary Sector,Commissioner (From ODS)";

  @TempDir private Path folder;

  private static String device(String id, String platform, String version, String day) {
    return ("{'id':'%s','lastSeen':'%sT08:00:00Z','osPlatform':'%s','version':'%s',"
            + "'onboardingStatus':'Onboarded','healthStatus':'Active','machineTags':['ods:ZZT01']}")
        .formatted(id, day, platform, version)
        .replace('\'', '"');
  }

  /** Three of a hundred devices are past support: 0.03. */
  private static void inventory(Landed landed, String day) throws Exception {
    List<String> devices = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      devices.add(
          i < 3 ? device("d" + i, "Windows7", "", day) : device("d" + i, "Windows10", "22H2", day));
    }
    landed.file("agents-mde/" + day + "/machines.json", devices.toArray(new String[0]));
  }

  @Test
  void newFailingAndRecoveryAreToldApartFromLateCorrectionAndFromAChangedRule() throws Exception {
    Path data = folder.resolve("data");
    Landed landed = new Landed(data);
    landed.file(
        "support-catalogue/2022-01-01/windows.json",
        "[{\"cycle\":\"10-22h2-e\",\"releaseDate\":\"2022-10-18\",\"eol\":\"2025-10-14\"},",
        " {\"cycle\":\"7-sp1\",\"releaseDate\":\"2009-10-22\",\"eol\":\"2020-01-14\"}]");
    inventory(landed, "2023-04-30");
    inventory(landed, "2023-05-31");
    landed.file(
        "dspt/DSPT search results 09_09_2022 12_00_00.csv",
        HEADER,
        "ZZT01,ONE,21/22 Standards Met,20/06/2022,NHS Trust,",
        "ZZT02,TWO,21/22 Approaching Standards,20/06/2022,NHS Trust,",
        "ZZT03,THREE,21/22 Approaching Standards,20/06/2022,NHS Trust,");
    landed.night("2023-06-05");
    assertThat(landed.ask("select count(*) from change"))
        .as("the first snapshot has nothing to compare with")
        .containsExactly("0");

    landed.file(
        "dspt/DSPT search results 01_06_2023 12_00_00.csv",
        HEADER,
        "ZZT03,THREE,21/22 Standards Met,20/06/2022,NHS Trust,");
    landed.file(
        "dspt/DSPT search results 10_07_2023 12_00_00.csv",
        HEADER,
        "ZZT01,ONE,21/22 Standards Met,20/06/2022,NHS Trust,",
        "ZZT02,TWO,22/23 Standards Met,20/06/2023,NHS Trust,");
    landed.night("2023-07-11");
    assertThat(
            landed.ask(
                "select kind || ' ' || practice || ' ' || ods_code from change"
                    + " where night = '2023-07-11' and practice = 'toolkit' order by 1"))
        .as("three corrects the past and says nothing of the new edition")
        .containsExactly(
            "dark toolkit ZZT03",
            "late_correction toolkit ZZT03",
            "newly_failing toolkit ZZT01",
            "recovered toolkit ZZT02");
    assertThat(landed.ask("select detail from change where kind = 'late_correction'"))
        .containsExactly("21/22 is now met; until now it was known as not met.");

    Path policy = folder.resolve("policy");
    Files.createDirectories(policy);
    String rules = RuleFiles.own().text("practices.yaml");
    Files.writeString(
        policy.resolve("practices.yaml"), rules.replace("threshold: 0.02", "threshold: 0.05"));
    Landed restated = new Landed(data, Map.of("READINESS_POLICY", policy.toString()));
    restated.night("2023-07-11");
    assertThat(
            restated.ask(
                "select cycle || ' ' || outcome from practice_outcome"
                    + " where practice = 'supported-systems' order by 1"))
        .as("the changed threshold restates the past")
        .containsExactly("2023-04 met", "2023-05 met");
    assertThat(
            restated.ask(
                "select kind || ' ' || coalesce(ods_code, 'all') || ': ' || detail from change"
                    + " where practice = 'supported-systems' order by 1"))
        .as("and the change is one of method, not of the organisation")
        .containsExactly(
            "method ZZT01: By the changed rule ONE meets it, and by the rule before failed it.",
            "method all: The rule of No unsupported systems is another: 2 outcomes of cycles that"
                + " were judged before are different by it.");
    assertThat(restated.ask("select count(*) from change where practice = 'toolkit'"))
        .as("what was told before stays told")
        .containsExactly("4");
  }
}

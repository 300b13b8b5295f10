package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cyberreadiness.batch.fact.FactOrder;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.policy.Policy;
import org.cyberreadiness.batch.resource.RuleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A practice is added by an entry and a file; the example is that of docs/add-a-practice.md. */
class AddPracticeTest {
  private static final Path GUIDE = Path.of("../docs/add-a-practice.md");
  private static final List<String> TYPES =
      RuleFiles.own()
          .text("snapshot/vocabulary/organisation_type.csv")
          .lines()
          .skip(1)
          .map(line -> line.substring(0, line.indexOf(',')))
          .toList();

  @TempDir private Path folder;
  private Path policy = Path.of("");

  @BeforeEach
  void copiesThePolicy() throws Exception {
    policy = folder.resolve("policy");
    Files.createDirectories(policy.resolve("practice"));
    Files.writeString(policy.resolve("practices.yaml"), RuleFiles.own().text("practices.yaml"));
  }

  private void addsTheExampleOfTheGuide() throws Exception {
    Files.writeString(
        policy.resolve("practices.yaml"),
        RuleFiles.own().text("practices.yaml") + "\n" + example("yaml"));
    Files.writeString(policy.resolve("practice/monitoring.sql"), example("sql"));
  }

  private static String example(String language) throws Exception {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(GUIDE))
        .results()
        .map((MatchResult block) -> block.group(1))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anEntryAndAFileAreAllItTakes() throws Exception {
    addsTheExampleOfTheGuide();
    Landed landed =
        new Landed(folder.resolve("data"), Map.of("READINESS_POLICY", policy.toString()));
    landed.file(
        "dspt/DSPT search results 10_07_2022 12_00_00.csv",
        "Code,Organisation Name,Status,Date Of Publication,Primary Sector,Commissioner (From ODS)",
        "ZZT01,EXAMPLE TRUST,21/22 Standards Met,20/06/2022,NHS Trust,",
        "ZZT02,EXAMPLE TRUST,21/22 Standards Met,20/06/2022,NHS Trust,",
        "ZZT03,EXAMPLE TRUST,21/22 Standards Met,20/06/2022,NHS Trust,");
    landed.file(
        "monitoring/2022-07-01/connections.csv",
        "ods_code,service,connected_on,ended_on",
        "ZZT01,SOC,2021-07-15,",
        "ZZT02,SOC,2020-01-01,2022-06-29",
        "ZZT03,Secure Boundary,2020-01-01,");
    landed.night("2022-09-01");
    assertThat(
            landed.ask(
                "select ods_code, cycle, outcome, reason from practice_outcome where practice ="
                    + " 'monitoring' and cycle in ('20/21', '21/22') order by all"))
        .containsExactly(
            "ZZT01 20/21 not_met not connected to SOC on the day of the deadline",
            "ZZT01 21/22 met null",
            "ZZT02 20/21 met null",
            "ZZT02 21/22 not_met not connected to SOC on the day of the deadline");
    assertThat(
            landed.ask(
                "select met, not_met, not_assessed, not_applicable from trend where practice ="
                    + " 'monitoring' and cycle = '21/22' and group_kind = 'england'"))
        .as("who was never heard of is not assessed")
        .containsExactly("1 1 1 0");
    assertThat(landed.ask("select title from practice where practice = 'monitoring'"))
        .containsExactly("Connected to the national operations centre");
    assertThat(landed.ask("select count(*) from practice_outcome where practice = 'toolkit'"))
        .as("the practices that come with the batch are still there")
        .isNotEqualTo(List.of("0"));
  }

  @Test
  void factsOfTheFolderStandBesideOrBeforeTheBuiltInOnes() throws Exception {
    Files.createDirectories(policy.resolve("fact"));
    String header =
        ": one row is an example.\n-- reads: edition\n-- rule: none\n-- null: nothing\n";
    Files.writeString(
        policy.resolve("fact/connection.sql"), "-- connection" + header + "select 1 from edition");
    Files.writeString(
        policy.resolve("fact/region.sql"), "-- region" + header + "select 2 from edition");
    List<SqlFile> facts = FactOrder.in(RuleFiles.of(policy.toString()), "fact");
    assertThat(facts.stream().map(SqlFile::name)).contains("connection", "region", "estate");
    assertThat(facts.stream().filter(f -> f.name().equals("region")).map(SqlFile::text))
        .singleElement()
        .asString()
        .contains("select 2");
    assertThat(Policy.load(RuleFiles.of(policy.toString()), TYPES).version())
        .as("other facts are other rules")
        .isNotEqualTo(Policy.load(RuleFiles.own(), TYPES).version());
  }

  @Test
  void whatIsMissingIsSaidAtOnce() throws Exception {
    addsTheExampleOfTheGuide();
    Files.delete(policy.resolve("practice/monitoring.sql"));
    assertThatThrownBy(() -> Policy.load(RuleFiles.of(policy.toString()), TYPES))
        .hasMessage(
            "practices.yaml cannot be used: monitoring: there is no practice/monitoring.sql");
    assertThatThrownBy(() -> RuleFiles.of(folder.resolve("elsewhere").toString()))
        .hasMessageStartingWith("There is no practices.yaml in ")
        .hasMessageContaining("READINESS_POLICY");
  }

  @Test
  void whatSilenceMeansIsOneOfTwoWords() throws Exception {
    Files.writeString(
        policy.resolve("practices.yaml"),
        RuleFiles.own()
            .text("practices.yaml")
            .replaceFirst("silence: not_applicable", "silence: met"));
    assertThatThrownBy(() -> Policy.load(RuleFiles.of(policy.toString()), TYPES))
        .hasMessageContaining("alert-acknowledgement: silence \"met\" is none of");
  }
}

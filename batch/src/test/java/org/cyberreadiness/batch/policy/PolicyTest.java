package org.cyberreadiness.batch.policy;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.resource.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy says all that is wrong with it at once, before a row is read. */
class PolicyTest {
  private static final List<String> TYPES =
      OwnFiles.text("snapshot/vocabulary/organisation_type.csv")
          .lines()
          .skip(1)
          .map(line -> line.substring(0, line.indexOf(',')))
          .toList();
  private static final String OWN = RuleFiles.own().text("practices.yaml");

  @TempDir private Path folder;

  private Policy policy(String yaml) throws IOException {
    Files.writeString(folder.resolve("practices.yaml"), yaml);
    return Policy.load(RuleFiles.of(folder.toString()), TYPES);
  }

  /** The policy that comes with the batch, with one text of it changed. */
  private static String changed(String text, String into) {
    assertThat(OWN).contains(text);
    return OWN.replaceFirst(Pattern.quote(text), into);
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), text);
  }

  @Test
  void thePolicyThatComesWithTheBatchCanBeUsed() {
    var policy = Policy.load(RuleFiles.own(), TYPES);
    assertThat(policy.practices()).extracting(Practice::name).contains("toolkit", "inspection");
    var months = policy.practices().stream().filter(p -> p.cycle().equals("month")).toList();
    assertThat(months).extracting(Practice::debounce).containsOnly(2);
    assertThat(months).allSatisfy(p -> assertThat(p.parameters()).containsKey("threshold"));
    assertThat(policy.number("stale_days")).isEqualTo(30);
    assertThat(policy.signalTypes()).contains("trust");
  }

  @Test
  void everyFaultIsToldAtOnceWithItsEntryAndField() {
    var yaml =
        changed("threshold: 0.02", "threshold: \"0.02\"")
            .replaceFirst(
                "question: Are nearly all active Windows", "qestion: Are nearly all active Windows")
            .replaceFirst("good: low", "good: up")
            .replaceFirst("\\{ failed: 2, of: 3 \\}", "{ failed: 4, of: 3 }")
            .replaceFirst("stale_days: 30", "stale_days: soon")
            .replaceFirst("clock_hours: 48", "clock_hors: 48");
    assertThatThrownBy(() -> policy(yaml))
        .hasMessageStartingWith("practices.yaml cannot be used: ")
        .hasMessageContaining(
            "supported-systems: threshold \"0.02\" is not a number (a number stands without quotes)")
        .hasMessageContaining("supported-systems: good \"up\" is none of [high, low]")
        .hasMessageContaining("windows-migration: there is no field \"qestion\"; known: [")
        .hasMessageContaining("windows-migration: question is missing")
        .hasMessageContaining("toolkit: repeat: failed 4 of 3 cannot be: failed is from 1 to of")
        .hasMessageContaining("facts: stale_days is not a whole number above 0")
        .hasMessageContaining("reads :clock_hours, which is no parameter")
        .hasMessageContaining("alert-acknowledgement: nothing reads the parameter clock_hors")
        .hasMessageNotContaining("toolkit: repeat is missing")
        .hasMessageNotContaining("threshold is missing");
  }

  @Test
  void aPracticeOrEditionIsGivenOnceAndEditionsInTheirOrder() {
    var yaml =
        changed("- practice: patching", "- practice: training")
            .replaceFirst("edition: \"15/16\"", "edition: \"14/15\"")
            .replaceFirst("deadline: 2023-06-30", "deadline: 2021-06-30");
    assertThatThrownBy(() -> policy(yaml))
        .hasMessageContaining("training: the practice is given twice")
        .hasMessageContaining("edition 14/15: it is given twice")
        .hasMessageContaining("edition 22/23: it opens after its deadline");
    assertThatThrownBy(() -> policy(changed("deadline: 2022-06-30", "deadline: 2023-07-30")))
        .hasMessageContaining("edition 22/23: its deadline is not after that of 21/22 before it");
    assertThatThrownBy(() -> policy(changed("deadline: 2022-06-30", "deadline: soon")))
        .hasMessageContaining("edition 21/22: deadline \"soon\" is not a day (yyyy-mm-dd)");
  }

  @Test
  void aMarkerThatNoParameterFillsIsFoundBeforeTheNight() throws IOException {
    write(
        "practice/patching.sql",
        """
        -- patching: one row is an example, 'at :noon'.
        -- reads: edition
        -- rule: none
        -- null: nothing
        select cast(deadline as date) as day, ':evening' as words from edition where 1 < :share
        """);
    assertThatThrownBy(() -> policy(OWN))
        .hasMessageContaining(
            "practice/patching.sql or its judge reads :share, which is no parameter")
        .hasMessageNotContaining(":noon")
        .hasMessageNotContaining(":evening");
  }

  @Test
  void whatIsNoYamlIsSaid() {
    assertThatThrownBy(() -> policy("practices: [")).hasMessageContaining("it is no YAML");
    assertThatThrownBy(() -> policy(OWN + "\nbrakes: []\n"))
        .hasMessageContaining("there is no part \"brakes\"");
    assertThatThrownBy(() -> policy(OWN + "\npractices: []\n"))
        .hasMessageContaining("duplicate key practices");
  }

  @Test
  void tablesOfTheFolderStandInPlaceOfTheBuiltInOnesAndAreAnotherRule() throws IOException {
    var before = policy(OWN);
    write("policy/answering_period.csv", "type,first_end,last_end\n");
    var after = policy(OWN);
    assertThat(after.tables().byName().get("answering_period"))
        .isEqualTo("type,first_end,last_end\n");
    assertThat(after.tables().byName()).containsKey("region_name");
    assertThat(after.version()).isNotEqualTo(before.version());
  }

  @Test
  void aTableThatAPracticeReadsIsPartOfItsVersion() throws IOException {
    var table = "policy/assurance_body.csv";
    var before = versions();
    write(table, RuleFiles.own().text(table) + "csu,NHS England\n");
    var after = versions();
    assertThat(before.keySet())
        .filteredOn(practice -> !Objects.equals(before.get(practice), after.get(practice)))
        .containsExactly("assurance");
  }

  private Map<String, String> versions() throws IOException {
    var policy = policy(OWN);
    return policy.practices().stream()
        .collect(toMap(Practice::name, practice -> policy.version(practice, Map.of())));
  }
}

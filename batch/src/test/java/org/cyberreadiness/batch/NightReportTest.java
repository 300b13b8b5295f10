package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night leaves for machines, and what it says when it fails. */
class NightReportTest {
  private static final String HEADER =
      "Code,Organisation Name,Status,Date Of Publication,Primary Sector,Commissioner (From ODS)";
  private static final String ROW = "ZZ901,EXAMPLE,21/22 Standards Met,01/06/2022,Social Care,";

  @TempDir private Path data;

  private OwnProcess nightly(String... more) throws Exception {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("nightly", "--data", data.toString(), "--night", "2022-09-10"));
    arguments.addAll(List.of(more));
    return OwnProcess.start(data.resolve("output"), arguments.toArray(String[]::new));
  }

  @Test
  void oneDocumentOnStandardOutputAndBesideTheSnapshot() throws Exception {
    new Landed(data)
        .file("dspt/DSPT search results 09_09_2022 12_00_00.csv", HEADER, ROW, "ZZ902,short")
        .file("dspt/again/DSPT search results 09_09_2022.csv", HEADER, ROW, "ZZ902,short")
        .file("nobody/x.csv", "a");
    OwnProcess night = nightly("--json");
    assertThat(night.exitStatus()).as(night.err()).isZero();
    JsonNode told = new ObjectMapper().readTree(night.out());
    assertThat(told.get("night").asText()).isEqualTo("2022-09-10");
    assertThat(told.get("exit_status").asInt()).isZero();
    JsonNode file = told.get("files").get(0);
    assertThat(file.get("source").asText() + " " + file.get("status").asText())
        .isEqualTo("dspt accepted");
    assertThat(file.get("rows_read").asInt()).isEqualTo(2);
    assertThat(file.get("rows_accepted").asInt()).isEqualTo(1);
    assertThat(file.get("rows_rejected").asInt()).isEqualTo(1);
    assertThat(told.get("files").get(1).get("status").asText()).isEqualTo("duplicate");
    assertThat(told.get("steps").findValuesAsText("name")).contains("take in", "snapshot");
    assertThat(told.get("parts").findValuesAsText("name")).contains("dspt", "estate");
    assertThat(told.get("warnings").toString()).contains("no source is called that: nobody");
    JsonNode kept =
        new ObjectMapper()
            .readTree(
                data.resolve("snapshots/" + told.get("snapshot").asText() + "/report.json")
                    .toFile());
    assertThat(kept.get("files")).isEqualTo(told.get("files"));
    assertThat(kept.get("snapshot")).isEqualTo(told.get("snapshot"));
    assertThat(night.err())
        .contains("Published snapshot")
        .contains("Rows read      Taken in  Set aside Put in order  Seconds")
        .doesNotContain("\tat ")
        .doesNotContain("\r");

    // a lake that cannot be opened: a sentence, no stack trace, and a report that says why
    Files.writeString(data.resolve("lake/_commit.json"), "{");
    OwnProcess failed = nightly();
    assertThat(failed.exitStatus()).isEqualTo(1);
    assertThat(failed.err()).contains("_commit.json").doesNotContain("\tat ");
    assertThat(
            new ObjectMapper()
                .readTree(data.resolve("snapshots/failed/2022-09-10.json").toFile())
                .get("failure")
                .asText())
        .contains("_commit.json");
  }

  @Test
  void aNightThatFailsSaysWhyAndKeepsItsReport() throws Exception {
    OwnProcess night = nightly("--json");
    assertThat(night.exitStatus()).isEqualTo(1);
    JsonNode told = new ObjectMapper().readTree(night.out());
    assertThat(told.get("exit_status").asInt()).isEqualTo(1);
    assertThat(told.get("failure").asText()).startsWith("There is no landing folder ");
    assertThat(night.err()).startsWith("There is no landing folder ").doesNotContain("\tat ");
    assertThat(data.resolve("snapshots/failed/2022-09-10.json")).hasContent(night.out().strip());
  }

  @Test
  void wrongUseIsTwo() throws Exception {
    OwnProcess night = nightly("--no-such-option");
    assertThat(night.exitStatus()).isEqualTo(2);
    assertThat(night.err()).contains("Unknown option: '--no-such-option'");
  }
}

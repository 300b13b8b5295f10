package org.cyberreadiness.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cyberreadiness.batch.Sources;
import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was set aside comes back once the declarations can read it. */
class ReadAgainTest {
  private static final Map<String, Source> TODAY = Sources.all().byName();

  @TempDir private Path data;

  /** An earlier version knew fewer words for health. */
  private static Map<String, Source> earlier() {
    Map<String, Source> sources = new TreeMap<>(TODAY);
    sources.computeIfPresent(
        "agents-mde",
        (name, source) ->
            new Source(
                name,
                source.title(),
                source.cadenceDays(),
                source.description(),
                source.columns().stream().map(ReadAgainTest::asItWas).toList(),
                source.layouts(),
                source.asAt(),
                source.rules(),
                source.names()));
    return sources;
  }

  private static Column asItWas(Column column) {
    return column.name().equals("health") ? Columns.word("health", "As it was", "Active") : column;
  }

  private static Door landed(Path folder, Map<String, Source> sources) throws Exception {
    return new Door(folder, sources)
        .file(
            "agents-mde/machines.json",
            "{\"id\":\"a\",\"lastSeen\":\"2022-08-30T08:00:00Z\",\"healthStatus\":\"Active\"}",
            "{\"id\":\"b\",\"lastSeen\":\"2022-08-31T08:00:00Z\",\"healthStatus\":\"NoSensorData\"}")
        .file(
            "support-cover/cover.csv",
            "ods_code,product,agreement,covered_from,covered_to",
            "ZZ901,Windows 7,ESU,2020-01-15,2019-01-01",
            "ZZ902,Windows 7,ESU,2020-01-15,");
  }

  @Test
  void theLakeHoldsThenWhatItWouldHaveHeldFromTheStart() throws Exception {
    Door door = landed(data.resolve("again"), earlier());
    assertThat(door.night("2022-09-09"))
        .containsExactly(
            "agents-mde/machines.json ACCEPTED 2022-08-31 1+1",
            "support-cover/cover.csv ACCEPTED 2022-09-09 1+1");
    Door today = door.with(TODAY);
    assertThat(today.nightThatReadsAgain("2022-09-10"))
        .as("a file without day keeps that of the night that saw it first")
        .containsExactly(
            "agents-mde/machines.json ACCEPTED 2022-08-31 2+0",
            "support-cover/cover.csv ACCEPTED 2022-09-09 1+1");
    Door fresh = landed(data.resolve("fresh"), TODAY);
    fresh.night("2022-09-09");
    for (String table : List.of("source_file", "rejected_row")) {
      String columns = table.equals("source_file") ? "* except (modified)" : "*";
      String rows = "select " + columns + " from " + table + " order by 1, 2";
      assertThat(today.ask(rows)).isEqualTo(fresh.ask(rows));
    }
    for (String table : List.of("landed_agents_mde", "landed_support_cover")) {
      String rows = "select * from " + table + " order by 1, 2";
      assertThat(today.ask(rows)).isEqualTo(fresh.ask(rows));
    }
  }

  @Test
  void aReplayedNightTakesNothingAwayThatALaterNightKnows() throws Exception {
    Door door = landed(data, earlier());
    door.night("2022-09-09");
    assertThat(door.with(TODAY).nightThatReadsAgain("2022-01-01"))
        .containsExactly(
            "agents-mde/machines.json ACCEPTED 2022-08-31 2+0",
            "support-cover/cover.csv ACCEPTED 2022-09-09 1+1");
  }
}

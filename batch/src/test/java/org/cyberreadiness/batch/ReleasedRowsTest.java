package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was set aside comes back once the declarations can read it. */
class ReleasedRowsTest {
  private static final String DSPT_HEADER =
      "Code,Organisation Name,Status,Date Of Publication,Primary Sector,Commissioner (From ODS)";
  private static final String GONE = "dspt/DSPT search results 08_09_2022 12_00_00.csv";

  @TempDir private Path data;

  /** Landing files of which an earlier version could read only a part. */
  private static Landed landed(Path folder) throws Exception {
    return new Landed(folder)
        .file(
            "dspt/DSPT search results 09_09_2022 12_00_00.csv",
            DSPT_HEADER,
            "ZZ901,EXAMPLE,21/22 Standards Met,01/06/2022,Social Care,",
            "ZZ902,EXAMPLE,21/22 Standards Met,2022-06-01,Social Care,",
            "ZZ903,EXAMPLE,21/22 Standards Exceeded!,01/06/2022,Social Care,")
        .file(
            GONE,
            DSPT_HEADER,
            "ZZ904,EXAMPLE,21/22 Standards Met,01/06/2022,Social Care,",
            "ZZ905,EXAMPLE,21/22 Standards Exceeded!,01/06/2022,Social Care,")
        .file("expected-devices/expected.csv", "ods_code,devices,as_at", "ZZ901,3,2022-01-01")
        .file(
            "agents-mde/machines.json",
            machine("a", "2022-08-30T08:00:00Z", "Active"),
            machine("b", "2022-08-31T08:00:00Z", "NoSensorData"));
  }

  private static String machine(String id, String lastSeen, String health) {
    return ("{'id':'%s','lastSeen':'%s','osPlatform':'Windows10','healthStatus':'%s',"
            + "'machineTags':['ods:ZZ901']}")
        .formatted(id, lastSeen, health)
        .replace('\'', '"');
  }

  /** An earlier version: fewer forms of dates, fewer words for health, another header. */
  private static Sources anEarlierVersion() {
    Map<String, Source> byName = new LinkedHashMap<>(Sources.all().byName());
    byName.computeIfPresent(
        "dspt",
        (name, source) -> with(source, Columns.date("published_on", "As it was", "dd/MM/uuuu")));
    byName.computeIfPresent(
        "agents-mde",
        (name, source) -> with(source, Columns.word("health", "As it was", "Active")));
    byName.computeIfPresent(
        "expected-devices",
        (name, source) ->
            with(
                source,
                Layout.csv(
                    "earlier", "Code", "ods_code", "Count", "devices", "Day", "estimated_on")));
    return new Sources(byName);
  }

  private static Source with(Source source, Column otherwise) {
    List<Column> columns =
        source.columns().stream()
            .map(column -> column.name().equals(otherwise.name()) ? otherwise : column)
            .toList();
    return new Source(
        source.name(),
        source.title(),
        source.cadenceDays(),
        source.description(),
        columns,
        source.layouts(),
        source.asAt(),
        source.rules(),
        source.names());
  }

  private static Source with(Source source, Layout otherwise) {
    return Source.of(
        source.name(),
        source.title(),
        source.cadenceDays(),
        source.description(),
        source.columns(),
        List.of(otherwise),
        source.asAt());
  }

  @Test
  void afterReadingAgainTheLakeHoldsWhatItWouldHaveHeldFromTheStart() throws Exception {
    Landed landed = landed(data.resolve("retried"));
    landed.nightWith(anEarlierVersion(), "2022-09-09");
    String files =
        "select name, status, rows_read, rows_accepted, rows_rejected, night from source_file"
            + " order by name";
    assertThat(landed.ask(files))
        .containsExactly(
            "DSPT search results 08_09_2022 12_00_00.csv accepted 2 1 1 2022-09-09",
            "DSPT search results 09_09_2022 12_00_00.csv accepted 3 1 2 2022-09-09",
            "expected.csv refused 0 0 0 2022-09-09",
            "machines.json accepted 2 1 1 2022-09-09");
    Path gone = data.resolve("retried/landing").resolve(GONE);
    Files.delete(gone);
    String retried = landed.nightThatRetriesRejected("2022-09-10");
    assertThat(landed.told())
        .contains("Read again 3 files: 3 rows released, 1 row still set aside; 1 refused file")
        .contains(
            "Not read again, for it is no longer in the landing area as it was: "
                + GONE
                + ". What was set aside of it stays set aside.");
    assertThat(landed.ask(files))
        .as("the night of first taking in stays")
        .containsExactly(
            "DSPT search results 08_09_2022 12_00_00.csv accepted 2 1 1 2022-09-09",
            "DSPT search results 09_09_2022 12_00_00.csv accepted 3 2 1 2022-09-09",
            "expected.csv accepted 1 1 0 2022-09-09",
            "machines.json accepted 2 2 0 2022-09-09");
    assertThat(landed.ask("select night, devices from estate_summary"))
        .as("the day of the inventory is that of its latest row, which is readable now")
        .containsExactly("2022-08-31 2");
    Landed fresh = landed(data.resolve("fresh"));
    String atOnce = fresh.night("2022-09-10");
    assertThat(landed.content()).containsExactlyElementsOf(fresh.content());
    assertThat(retried).isEqualTo(atOnce);
  }
}

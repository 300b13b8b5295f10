package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cyberreadiness.batch.snapshot.SnapshotFolder;
import org.cyberreadiness.samples.Generate;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The made-up nation, whole: generated, taken in, published. The snapshot stays in target/sample,
 * where the dashboard's tests open it.
 */
class SampleNightTest {
  private static final Path SAMPLE = Path.of("target/sample");

  @Test
  void theMadeUpNationIsPublished() throws Exception {
    SnapshotFolder.delete(SAMPLE);
    Files.createDirectories(SAMPLE);
    int made =
        new CommandLine(new Generate()).execute("--out", SAMPLE.resolve("landing").toString());
    assertThat(made).isZero();
    Landed landed = new Landed(SAMPLE);
    landed.night("2024-09-10");
    assertThat(landed.ask("select synthetic from snapshot")).containsExactly("true");
    assertThat(
            landed.ask("select name from check_result where severity = 'fail' and violations > 0"))
        .isEmpty();
    assertThat(landed.ask("select source from source_freshness where is_overdue"))
        .as("one source is late")
        .containsExactly("cqc-ratings");
    assertThat(landed.ask("select name from source_file where status = 'refused'"))
        .as("one file has a header that nobody knows")
        .containsExactly("2024-09-09/training.csv");
    assertThat(landed.ask("select count(distinct code) > 4 from rejected_row"))
        .as("rows are set aside for several reasons")
        .containsExactly("true");
    assertThat(
            landed.ask(
                "select bool_and(rows_read = rows_accepted + rows_rejected) from source_file"))
        .containsExactly("true");
    assertThat(
            landed.ask(
                "select count(*) between 23 and 51 from repeat_failure join organisation using"
                    + " (ods_code) where practice = 'toolkit' and repeated and type = 'trust'"))
        .as("a list of repeatedly failing trusts has 23 to 51 names (domain 8)")
        .containsExactly("true");
    assertThat(
            landed.ask(
                "select count(*) from duckdb_columns() as c join duckdb_tables() as t using"
                    + " (table_name) where c.comment is null or t.comment is null"))
        .as("every table and column has a comment")
        .containsExactly("0");
    SnapshotFolder.delete(SAMPLE.resolve("lake"));
  }
}

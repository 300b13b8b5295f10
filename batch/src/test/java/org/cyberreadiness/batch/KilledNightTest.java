package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.cyberreadiness.batch.snapshot.SnapshotFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night killed at any moment leaves a whole lake and a whole snapshot. {@code
 * -Dreadiness.kills=10} kills each of the two nights ten times.
 */
class KilledNightTest {
  private static final int KILLS_A_NIGHT = Integer.getInteger("readiness.kills", 3);
  private static final double EARLIEST = 0.1;
  private static final String HEADER =
      "Code,Organisation Name,Status,Date Of Publication,Primary Sector,Commissioner (From ODS)";

  @TempDir private Path folder;

  private static void landFirst(Path data) throws Exception {
    new Landed(data)
        .file(
            "dspt/DSPT search results 08_09_2022 12_00_00.csv",
            HEADER,
            "ZZ901,EXAMPLE,20/21 Standards Met,01/06/2021,Social Care,",
            "ZZ902,EXAMPLE,20/21 Standards Exceeded!,01/06/2021,Social Care,");
  }

  private static void landMore(Path data) throws Exception {
    new Landed(data)
        .file(
            "dspt/DSPT search results 09_09_2022 12_00_00.csv",
            HEADER,
            "ZZ901,EXAMPLE,21/22 Standards Met,01/06/2022,Social Care,")
        .file(
            "agents-mde/2022-08-31/machines.json",
            ("{'id':'a','lastSeen':'2022-08-30T08:00:00Z','osPlatform':'Windows10',"
                    + "'machineTags':['ods:ZZ901']}")
                .replace('\'', '"'));
  }

  private OwnProcess night(Path data, String night) throws Exception {
    return OwnProcess.start(
        folder.resolve("output"), "nightly", "--data", data.toString(), "--night", night);
  }

  /** Runs a night to its end; returns the milliseconds it took. */
  private long undisturbed(Path data, String night) throws Exception {
    long start = System.nanoTime();
    OwnProcess process = night(data, night);
    assertThat(process.exitStatus()).as(process.err()).isZero();
    assertThat(process.err()).doesNotContain("\tat ");
    return (System.nanoTime() - start) / 1_000_000;
  }

  @Test
  void afterManyKillsTheContentIsThatOfAnUndisturbedRun() throws Exception {
    Path quiet = folder.resolve("quiet");
    landFirst(quiet);
    landMore(quiet);
    long duration = undisturbed(quiet, "2022-09-10");

    Path killed = folder.resolve("killed");
    Random random = new Random(20220910);
    landFirst(killed);
    kill(killed, "2022-09-09", random, duration);
    undisturbed(killed, "2022-09-09");
    landMore(killed);
    kill(killed, "2022-09-10", random, duration);
    undisturbed(killed, "2022-09-10");

    assertThat(new Landed(killed).content()).containsExactlyElementsOf(new Landed(quiet).content());
    assertThat(current(killed)).isPresent().isEqualTo(current(quiet));
  }

  private void kill(Path data, String night, Random random, long duration) throws Exception {
    for (int kill = 0; kill < KILLS_A_NIGHT; kill++) {
      double moment = EARLIEST + (1 - EARLIEST) * random.nextDouble();
      night(data, night).killedAfter(Math.round(moment * duration));
      if (current(data).isPresent()) {
        assertThat(new Landed(data).ask("select count(*) from snapshot"))
            .as("what CURRENT names opens after kill %s at %.3f of the run", kill, moment)
            .containsExactly("1");
      }
    }
  }

  private static Optional<String> current(Path data) throws Exception {
    return new SnapshotFolder(data.resolve("snapshots")).current();
  }
}

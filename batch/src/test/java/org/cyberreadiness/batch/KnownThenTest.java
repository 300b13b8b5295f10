package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.cyberreadiness.batch.snapshot.SnapshotFolder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two clocks for every fact: what was known on a day is the same whether a fresh folder is asked on
 * that day, the folder that holds all that came later, or the snapshot of a later night. {@code
 * -Dreadiness.seeds=20} asks twenty landings.
 */
class KnownThenTest {
  private static final String LAST = "2023-02-01";

  @TempDir private Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("readiness.seeds", 1));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aDayOfThePastIsKnownAsItWasKnownThen(long seed) throws Exception {
    Map<String, List<String>> files = RandomLanding.of(seed);
    Random random = new Random(seed);
    String early = LocalDate.parse("2022-03-01").plusDays(random.nextInt(80)).toString();
    String middle = LocalDate.parse("2022-07-01").plusDays(random.nextInt(150)).toString();
    Landed all = landed("all", files);
    Path later = file("all", all.night(LAST));
    Landed fresh = landed("fresh", files);
    for (String day : List.of(early, middle)) {
      Path then = file("fresh", fresh.night(day));
      assertThat(AsKnownThen.differences(then, later)).as("asked of a later snapshot").isEmpty();
      Path replayed = file("all", all.night(day));
      assertThat(AsKnownThen.differences(then, replayed)).as("replayed").isEmpty();
    }
  }

  private Landed landed(String name, Map<String, List<String>> files) throws Exception {
    Landed landed = new Landed(folder.resolve(name));
    RandomLanding.land(landed, files);
    return landed;
  }

  private Path file(String name, String id) {
    return new SnapshotFolder(folder.resolve(name).resolve("snapshots")).file(id);
  }
}

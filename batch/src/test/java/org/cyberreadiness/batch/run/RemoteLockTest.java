package org.cyberreadiness.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two drivers that share nothing but the lake's address. */
class RemoteLockTest {
  private static final Instant NOW = Instant.parse("2022-09-10T02:00:00Z");

  @TempDir private java.nio.file.Path folder;

  private Path lake() {
    return new Path("far://" + folder);
  }

  private FileSystem files() throws Exception {
    return lake().getFileSystem(FarFiles.configuration());
  }

  private static Clock at(Instant instant) {
    return Clock.fixed(instant, ZoneOffset.UTC);
  }

  @Test
  void theSecondDriverIsToldWhoHoldsTheLake() throws Exception {
    try (LakeLock first = LakeLock.take(lake().toString(), FarFiles.configuration())) {
      first.hold();
      assertThatThrownBy(() -> LakeLock.take(lake().toString(), FarFiles.configuration()))
          .isInstanceOf(NightFailed.class)
          .hasMessageContaining("Another night is running on this lake (process ");
    }
    LakeLock.take(lake().toString(), FarFiles.configuration()).close();
    assertThat(files().listStatus(lake())).as("nothing is left of it").isEmpty();
  }

  @Test
  void aLockThatWasNotRefreshedIsTakenOverAndTheOldHolderFindsOut() throws Exception {
    try (LakeLock gone = RemoteLock.take(files(), lake(), at(NOW))) {
      Instant later = NOW.plus(RemoteLock.STALE).plus(Duration.ofSeconds(1));
      try (LakeLock next = RemoteLock.take(files(), lake(), at(later))) {
        next.hold();
        assertThatThrownBy(gone::hold)
            .isInstanceOf(NightFailed.class)
            .hasMessageContaining("Another night has taken over the lake");
      }
    }
  }
}

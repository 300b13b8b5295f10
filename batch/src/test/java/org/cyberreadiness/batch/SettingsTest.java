package org.cyberreadiness.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every setting with its default, written down once. */
class SettingsTest {
  @Test
  void theseAreTheDefaults() {
    assertThat(Settings.of("DATA", Map.of()))
        .isEqualTo(
            new Settings("DATA/landing", "DATA/lake", "DATA/snapshots", "", "1500MB", 3, 2, 30));
    assertThat(Settings.ALL.stream().map(s -> s.name() + "=" + s.standard()))
        .containsExactly(
            "READINESS_LANDING=DATA/landing",
            "READINESS_LAKE=DATA/lake",
            "READINESS_SNAPSHOTS=DATA/snapshots",
            "READINESS_POLICY=",
            "READINESS_DUCKDB_MEMORY=1500MB",
            "READINESS_FACT_THREADS=3",
            "READINESS_SOURCE_THREADS=2",
            "READINESS_TIDY_EVERY=30");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThatThrownBy(
            () ->
                Settings.of(
                    "DATA",
                    Map.of("READINESS_SNAPSHOTS", "s3a://bucket/x", "READINESS_TIDY_EVERY", "0")))
        .hasMessageContaining("READINESS_SNAPSHOTS is \"s3a://bucket/x\" and must be a folder of")
        .hasMessageContaining("READINESS_TIDY_EVERY is \"0\" and must be a whole number");
  }
}

package org.cyberreadiness.dashboard.snapshot;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where snapshots lie and how they are read.
 *
 * @param snapshots folder with {@code CURRENT} and one folder a snapshot
 * @param lookEvery how often {@code CURRENT} is read
 * @param queryTimeout a query on a page is cancelled after this
 * @param exportTimeout a download is cancelled after this
 * @param queriesAtOnce queries that run at the same time; 0 is two for each processor
 * @param exportsAtOnce downloads that run at the same time
 * @param resultsKept answers kept for a snapshot, so that what many ask is asked once
 */
@ConfigurationProperties("readiness")
record SnapshotSettings(
    Path snapshots,
    @DefaultValue("1s") Duration lookEvery,
    @DefaultValue("20s") Duration queryTimeout,
    @DefaultValue("30m") Duration exportTimeout,
    @DefaultValue("0") int queriesAtOnce,
    @DefaultValue("2") int exportsAtOnce,
    @DefaultValue("2000") int resultsKept) {

  SnapshotSettings {
    positive("readiness.look-every", lookEvery);
    positive("readiness.query-timeout", queryTimeout);
    positive("readiness.export-timeout", exportTimeout);
    if (queriesAtOnce < 0 || exportsAtOnce < 1 || resultsKept < 0) {
      throw new IllegalArgumentException(
          "Cannot use readiness.queries-at-once=%d, readiness.exports-at-once=%d, readiness.results-kept=%d: give 0 or more, 1 or more, 0 or more"
              .formatted(queriesAtOnce, exportsAtOnce, resultsKept));
    }
    queriesAtOnce =
        queriesAtOnce == 0 ? 2 * Runtime.getRuntime().availableProcessors() : queriesAtOnce;
    snapshots = snapshots.toAbsolutePath().normalize();
  }

  private static void positive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(
          "Cannot use %s=%s: give a time longer than nothing, such as 5s".formatted(name, value));
    }
  }
}

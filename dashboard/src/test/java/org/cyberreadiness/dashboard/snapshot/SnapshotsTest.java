package org.cyberreadiness.dashboard.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

  private static final Sql ITSELF = Sql.of(SnapshotsTest.class, "itself");
  private static final Sql SLOW = Sql.of(SnapshotsTest.class, "slow");
  private static final Sql FILE = Sql.of(SnapshotsTest.class, "file");

  private static final String ONE =
      "insert into organisation values ('XA1', 'Made-up Trust', 'trust', null, null, null, null, null, null, true, 'in_scope', 'trust', true, null, null)";

  record Itself(String snapshotId, LocalDate night, long organisations) {}

  record Counted(long n) {}

  @TempDir Path data;
  private final List<Snapshots> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(Snapshots::destroy);
  }

  private Snapshots open(Duration timeout, SnapshotCondition... conditions) {
    Snapshots snapshots =
        new Snapshots(
            new SnapshotSettings(
                data.resolve("snapshots"), Duration.ofHours(1), timeout, timeout, 4, 2, 100),
            List.of(conditions));
    opened.add(snapshots);
    return snapshots;
  }

  private Snapshots open(SnapshotCondition... conditions) {
    return open(Duration.ofSeconds(20), conditions);
  }

  @Test
  void saysWhatToDoWhileThereIsNoSnapshotAndServesTheFirstOne() {
    Snapshots snapshots = open();
    assertThatThrownBy(snapshots::lease)
        .isInstanceOf(NoSnapshotException.class)
        .hasMessageContaining("No snapshot has been published yet")
        .hasMessageContaining("./readiness nightly");

    MadeUpSnapshot.publish(data, "2022-09-10-a", true);
    assertThat(snapshots.look()).isTrue();

    try (SnapshotLease lease = snapshots.lease()) {
      assertThat(lease.one(ITSELF, Itself.class, Map.of()))
          .isEqualTo(new Itself("2022-09-10-a", LocalDate.of(2022, 9, 10), 0));
    }
  }

  @Test
  void readersKeepTheirSnapshotWhileANewerOneTakesItsPlace() {
    MadeUpSnapshot.publish(data, "2022-09-10-a", true);
    Snapshots snapshots = open();
    try (SnapshotLease before = snapshots.lease()) {
      MadeUpSnapshot.publish(data, "2022-09-10-b", true);
      assertThat(snapshots.look()).isTrue();
      try (SnapshotLease after = snapshots.lease()) {
        assertThat(before.one(ITSELF, Itself.class, Map.of()).snapshotId())
            .isEqualTo("2022-09-10-a");
        assertThat(after.one(ITSELF, Itself.class, Map.of()).snapshotId())
            .isEqualTo("2022-09-10-b");
      }
    }
    try (SnapshotLease old = snapshots.lease("2022-09-10-a")) {
      assertThat(old.facts().id()).isEqualTo("2022-09-10-a");
    }
  }

  @Test
  void noReaderFailsWhileSnapshotsAreSwappedUnderThem() throws Exception {
    MadeUpSnapshot.publish(data, "s0", true, ONE);
    Snapshots snapshots = open();
    AtomicBoolean stop = new AtomicBoolean();
    try (ExecutorService readers = Executors.newFixedThreadPool(6)) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        all.add(
            readers.submit(
                () -> {
                  int reads = 0;
                  while (!stop.get()) {
                    try (SnapshotLease lease = snapshots.lease()) {
                      Itself itself =
                          lease.one(ITSELF, Itself.class, Map.of("reader", reads++ % 5));
                      assertThat(itself.snapshotId()).isEqualTo(lease.facts().id());
                      assertThat(itself.organisations()).isEqualTo(1);
                    }
                  }
                  return reads;
                }));
      }
      for (int swap = 1; swap <= 6; swap++) {
        MadeUpSnapshot.publish(data, "s" + swap, true, ONE);
        assertThat(snapshots.look()).isTrue();
      }
      stop.set(true);
      for (Future<Integer> reader : all) {
        assertThat(reader.get()).isPositive();
      }
    }
    assertThat(snapshots.openNow()).containsExactly("s6");
  }

  @Test
  void aRefusedOrBrokenSnapshotLeavesTheOldOneServed() {
    MadeUpSnapshot.publish(data, "made-up", true);
    Snapshots snapshots =
        open(facts -> facts.synthetic() ? Optional.empty() : Optional.of("not made up"));

    MadeUpSnapshot.publish(data, "real", false);
    assertThat(snapshots.look()).isFalse();
    assertThat(snapshots.problem()).contains("not made up");
    assertThat(snapshots.current().orElseThrow().id()).isEqualTo("made-up");

    MadeUpSnapshot.makeCurrent(data, "missing");
    assertThat(snapshots.look()).isFalse();
    assertThat(snapshots.problem().orElseThrow()).contains("Cannot open snapshot missing");

    MadeUpSnapshot.write(data, "newer", true, 99);
    MadeUpSnapshot.makeCurrent(data, "newer");
    assertThat(snapshots.look()).isFalse();
    assertThat(snapshots.problem().orElseThrow())
        .contains("written in version 99 of the contract, this dashboard reads version 2");
  }

  @Test
  void aQueryIsCancelledWhenItsTimeIsOver() {
    MadeUpSnapshot.publish(data, "a", true);
    Snapshots snapshots = open(Duration.ofMillis(300));
    try (SnapshotLease lease = snapshots.lease()) {
      assertThatThrownBy(() -> lease.list(SLOW, Counted.class, Map.of()))
          .isInstanceOf(QueryException.class)
          .hasMessageContaining(
              "Cannot finish org/cyberreadiness/dashboard/snapshot/slow.sql within");
    }
  }

  @Test
  void aQueryCannotReadOtherFiles() {
    MadeUpSnapshot.publish(data, "a", true);
    Snapshots snapshots = open();
    try (SnapshotLease lease = snapshots.lease()) {
      assertThatThrownBy(() -> lease.list(FILE, Counted.class, Map.of()))
          .isInstanceOf(QueryException.class)
          .hasMessageContaining("file.sql");
    }
  }

  @Test
  void aMissingColumnOrQueryIsNamed() {
    MadeUpSnapshot.publish(data, "a", true);
    Snapshots snapshots = open();
    try (SnapshotLease lease = snapshots.lease()) {
      assertThatThrownBy(() -> lease.list(ITSELF, Counted.class, Map.of()))
          .hasMessage(
              "Cannot read rows into Counted: no column n. There are: snapshot_id, night, organisations");
    }
    assertThatThrownBy(() -> Sql.of(SnapshotsTest.class, "absent"))
        .hasMessageContaining("Cannot find query \"absent\" of SnapshotsTest");
  }

  @Test
  void aLeaseThatWasGivenBackReadsNoMore() {
    MadeUpSnapshot.publish(data, "a", true);
    SnapshotLease lease = open().lease();
    lease.close();
    assertThatThrownBy(() -> lease.list(ITSELF, Itself.class, Map.of()))
        .hasMessageContaining("this lease was given back");
  }

  @Test
  void aNameThatLeavesTheFolderIsNoSnapshot() {
    Snapshots snapshots = open();
    assertThatThrownBy(() -> snapshots.lease("../elsewhere"))
        .isInstanceOf(NoSnapshotException.class);
  }
}

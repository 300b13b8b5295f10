package org.cyberreadiness.dashboard.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The published snapshots: which one is current, and leases to read them.
 *
 * <ol>
 *   <li>{@code CURRENT} names the newest; it is read at the start and every second from then on.
 *   <li>A new one is opened beside the old one, checked, and takes its place in one step.
 *   <li>Who reads the old one reads on; its last reader closes it.
 * </ol>
 */
@Component
public class Snapshots implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final SnapshotSettings settings;
  private final List<SnapshotCondition> conditions;
  private final QueryRunner runner;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("snapshot-watch").factory());

  /** Every open snapshot by name; guarded by itself, held for the moment of opening and closing. */
  private final Map<String, OpenSnapshot> open = new HashMap<>();

  private volatile @Nullable String current;
  private volatile @Nullable String problem;
  private @Nullable String lastTried;

  Snapshots(SnapshotSettings settings, List<SnapshotCondition> conditions) {
    this.settings = settings;
    this.conditions = List.copyOf(conditions);
    this.runner = new QueryRunner(settings);
    look();
    long every = settings.lookEvery().toMillis();
    var unused = watch.scheduleWithFixedDelay(this::lookAgain, every, every, TimeUnit.MILLISECONDS);
  }

  /** A lease on the current snapshot. */
  public SnapshotLease lease() {
    synchronized (open) {
      OpenSnapshot newest = current == null ? null : open.get(current);
      if (newest == null) {
        throw new NoSnapshotException(whyNone());
      }
      return leaseOn(newest);
    }
  }

  /**
   * A lease on the snapshot of that name, so that a download matches the page it was asked from.
   */
  public SnapshotLease lease(String id) {
    if (!NAME.matcher(id).matches()) {
      throw new NoSnapshotException("Cannot open snapshot \"%s\": that is no name".formatted(id));
    }
    synchronized (open) {
      OpenSnapshot known = open.get(id);
      if (known != null) {
        return leaseOn(known);
      }
      OpenSnapshot opened = openChecked(id);
      open.put(id, opened);
      return new SnapshotLease(opened, runner, () -> leave(id, opened));
    }
  }

  private SnapshotLease leaseOn(OpenSnapshot snapshot) {
    snapshot.hold();
    return new SnapshotLease(snapshot, runner, () -> leave(folderOf(snapshot), snapshot));
  }

  private static String folderOf(OpenSnapshot snapshot) {
    return String.valueOf(snapshot.file().getName(snapshot.file().getNameCount() - 2));
  }

  private void leave(String name, OpenSnapshot snapshot) {
    synchronized (open) {
      if (snapshot.leave()) {
        open.remove(name, snapshot);
      }
    }
  }

  /** Names of the snapshots that are open now. */
  Set<String> openNow() {
    synchronized (open) {
      return Set.copyOf(open.keySet());
    }
  }

  /** What the current snapshot says of itself; empty while there is none. */
  public Optional<SnapshotFacts> current() {
    synchronized (open) {
      OpenSnapshot newest = current == null ? null : open.get(current);
      return newest == null ? Optional.empty() : Optional.of(newest.facts());
    }
  }

  /** Why the newest published snapshot is not the one served; empty when it is. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** Why there is nothing to read, and what to do. */
  public String whyNone() {
    String known = problem;
    return known != null
        ? known
        : "No snapshot has been published yet. The night writes it to %s: run ./readiness nightly."
            .formatted(settings.snapshots());
  }

  /** Runs the listener after every swap, until the returned handle is run. */
  public Runnable onSwap(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void lookAgain() {
    try {
      if (look()) {
        listeners.forEach(Snapshots::tell);
      }
    } catch (RuntimeException e) {
      LOG.warn("Cannot look for a new snapshot in {}", settings.snapshots(), e);
    }
  }

  private static void tell(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      LOG.warn("Cannot tell a page of the new snapshot", e);
    }
  }

  /** Reads {@code CURRENT}; true when it named another snapshot and that one is now served. */
  final boolean look() {
    String named = readCurrent();
    if (named == null || named.equals(current) || named.equals(lastTried)) {
      return false;
    }
    lastTried = named;
    try {
      swapTo(named);
      problem = null;
      return true;
    } catch (NoSnapshotException e) {
      problem = e.getMessage();
      LOG.warn("{}{}", e.getMessage(), current == null ? "" : " Still serving " + current + ".");
      return false;
    }
  }

  private void swapTo(String named) {
    synchronized (open) {
      OpenSnapshot next = open.get(named);
      if (next != null) {
        next.hold();
      } else {
        next = openChecked(named);
        open.put(named, next);
      }
      String before = current;
      current = named;
      LOG.info("Serving snapshot {}", named);
      OpenSnapshot old = before == null ? null : open.get(before);
      if (before != null && old != null) {
        leave(before, old);
      }
    }
  }

  private OpenSnapshot openChecked(String named) {
    OpenSnapshot opened =
        OpenSnapshot.open(settings.snapshots().resolve(named), settings.resultsKept());
    for (SnapshotCondition condition : conditions) {
      Optional<String> refusal = condition.refuses(opened.facts());
      if (refusal.isPresent()) {
        opened.leave();
        throw new NoSnapshotException(refusal.get());
      }
    }
    return opened;
  }

  private @Nullable String readCurrent() {
    Path file = settings.snapshots().resolve("CURRENT");
    try {
      String named = Files.readString(file, StandardCharsets.UTF_8).strip();
      if (NAME.matcher(named).matches()) {
        return named;
      }
      problem = "Cannot read %s: \"%s\" is no name of a snapshot".formatted(file, named);
      return null;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      problem = "Cannot read %s: %s".formatted(file, e.getMessage());
      return null;
    }
  }

  @Override
  public void destroy() {
    watch.shutdownNow();
    synchronized (open) {
      current = null;
      open.values().forEach(OpenSnapshot::leave);
      open.clear();
    }
    runner.close();
  }
}

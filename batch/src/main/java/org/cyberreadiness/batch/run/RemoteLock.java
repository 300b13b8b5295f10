package org.cyberreadiness.batch.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.cyberreadiness.batch.resource.Durable;

/**
 * The lock of a lake on an object store: an object in the lake, which names its holder and is
 * written anew every minute. One that was not for {@link #STALE} is taken over by an object of the
 * next number, which must not be there yet, so of two that try one wins; the old holder finds out
 * before it commits.
 */
final class RemoteLock implements LakeLock {
  /** Time without refreshing after which a holder counts as gone. */
  static final Duration STALE = Duration.ofMinutes(10);

  private static final Duration REFRESHED = Duration.ofMinutes(1);
  private static final String PATTERN = "_lock-\\d{10}";

  private final FileSystem files;
  private final Path lake;
  private final Path own;
  private final Clock clock;
  private final String holder;
  private final ScheduledExecutorService refreshing =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "lake-lock");
            thread.setDaemon(true);
            return thread;
          });

  private RemoteLock(FileSystem files, Path lake, Path own, Clock clock, String holder) {
    this.files = files;
    this.lake = lake;
    this.own = own;
    this.clock = clock;
    this.holder = holder;
  }

  static boolean isOne(String name) {
    return name.matches(PATTERN);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // it ends with the lock
  static RemoteLock take(FileSystem files, Path lake, Clock clock) throws NightFailed, IOException {
    files.mkdirs(lake);
    List<Path> before = locks(files, lake);
    long last = 0;
    if (!before.isEmpty()) {
      Path newest = before.getLast();
      String[] said = read(files, newest).split("\n", -1);
      Instant refreshed = said.length > 1 ? Instant.parse(said[1].strip()) : Instant.EPOCH;
      if (refreshed.plus(STALE).isAfter(clock.instant())) {
        throw LakeLock.held(said[0]);
      }
      last = number(newest);
    }
    String holder = LakeLock.holder();
    Path own = new Path(lake, String.format(Locale.ROOT, "_lock-%010d", last + 1));
    if (!Durable.create(files, own, content(holder, clock))) {
      throw LakeLock.held(read(files, own).lines().findFirst().orElse("it began this moment"));
    }
    for (Path stale : before) {
      files.delete(stale, false);
    }
    RemoteLock lock = new RemoteLock(files, lake, own, clock, holder);
    lock.refreshing.scheduleAtFixedRate(
        lock::refresh, REFRESHED.toSeconds(), REFRESHED.toSeconds(), TimeUnit.SECONDS);
    return lock;
  }

  private static byte[] content(String holder, Clock clock) {
    return (holder + "\n" + clock.instant() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static List<Path> locks(FileSystem files, Path lake) throws IOException {
    List<Path> locks = new ArrayList<>();
    for (FileStatus entry : files.listStatus(lake)) {
      if (isOne(entry.getPath().getName())) {
        locks.add(entry.getPath());
      }
    }
    locks.sort(null);
    return locks;
  }

  private static long number(Path lock) {
    return Long.parseLong(lock.getName().replaceAll("\\D", ""));
  }

  private static String read(FileSystem files, Path path) throws IOException {
    try (InputStream in = files.open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void refresh() {
    try {
      hold();
      try (FSDataOutputStream out = files.create(own, true)) {
        out.write(content(holder, clock));
      }
    } catch (IOException | NightFailed e) {
      // said when the night next asks whether it still holds the lock
    }
  }

  @Override
  public void hold() throws NightFailed, IOException {
    List<Path> locks = locks(files, lake);
    if (locks.isEmpty() || number(locks.getLast()) != number(own)) {
      throw new NightFailed(
          "Another night has taken over the lake, for this one had not been heard of for "
              + STALE.toMinutes()
              + " minutes. Nothing of this night was kept; run it again.");
    }
  }

  @Override
  public void close() throws IOException {
    refreshing.shutdownNow();
    files.delete(own, false);
  }
}

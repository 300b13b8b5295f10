package org.cyberreadiness.batch.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** One night at a time on one lake, whichever computer it runs on. */
public interface LakeLock extends AutoCloseable {
  /**
   * Takes the lock, in the lake itself.
   *
   * @param folder the lake; made when it is not there
   * @throws NightFailed when another night holds it, naming the process and since when
   * @throws IOException when the lake cannot be written
   */
  static LakeLock take(String folder, Configuration configuration) throws NightFailed, IOException {
    Path lake = new Path(folder);
    FileSystem files = lake.getFileSystem(configuration);
    return "file".equals(files.getUri().getScheme())
        ? LocalLock.take(java.nio.file.Path.of(files.makeQualified(lake).toUri().getPath()))
        : RemoteLock.take(files, lake, Clock.systemUTC());
  }

  /** True for the name of a lock's file. */
  static boolean isOne(String name) {
    return name.equals(LocalLock.NAME) || RemoteLock.isOne(name);
  }

  /**
   * Makes sure that it is still held.
   *
   * @throws NightFailed when another night has taken it over
   */
  void hold() throws NightFailed, IOException;

  @Override
  void close() throws IOException;

  /** Who holds a lock, in words. */
  static String holder() {
    return "process "
        + ProcessHandle.current().pid()
        + " since "
        + Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** The sentence for the night that comes second. */
  static NightFailed held(String by) {
    return new NightFailed(
        "Another night is running on this lake ("
            + by
            + "). Wait until it has ended, or use another --data folder.");
  }
}

package org.cyberreadiness.batch.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a lake on this computer's disks. The operating system lets go of it when the process
 * ends, however it ends.
 */
record LocalLock(FileChannel channel, FileLock lock) implements LakeLock {
  static final String NAME = ".lock";

  /** A byte far beyond the text: where locks are mandatory the text can still be read. */
  private static final long LOCKED_BYTE = 1L << 40;

  static LocalLock take(Path folder) throws NightFailed, IOException {
    Files.createDirectories(folder);
    Path path = folder.resolve(NAME);
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        throw LakeLock.held(Files.readString(path).strip());
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(LakeLock.holder().getBytes(StandardCharsets.UTF_8)), 0);
      channel.force(true);
      return new LocalLock(channel, lock);
    } catch (NightFailed | IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void hold() {
    // the operating system holds it
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}

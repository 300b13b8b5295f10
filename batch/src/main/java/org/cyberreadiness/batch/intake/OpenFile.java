package org.cyberreadiness.batch.intake;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;
import org.cyberreadiness.batch.landing.Listed;

/** A landing file's bytes, and whether they are still those that were listed. */
final class OpenFile {
  private OpenFile() {}

  static InputStream of(Listed file, SerializableConfiguration configuration) throws IOException {
    Path path = new Path(file.location());
    return path.getFileSystem(configuration.value()).open(path);
  }

  /** True when the file grew, or another took its place, since it was listed. */
  static boolean hasChanged(Listed file, SerializableConfiguration configuration)
      throws IOException {
    Path path = new Path(file.location());
    FileStatus status = path.getFileSystem(configuration.value()).getFileStatus(path);
    return status.getLen() != file.size() || status.getModificationTime() != file.modified();
  }
}

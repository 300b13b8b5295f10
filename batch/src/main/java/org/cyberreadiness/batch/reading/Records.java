package org.cyberreadiness.batch.reading;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one file, one after the other, in constant memory. */
interface Records extends Closeable {
  /** Names of the fields of every row; null where the rows, or the first of them, say. */
  @Nullable List<String> headers();

  /** The next row; null at the end. */
  @Nullable RawRecord next() throws IOException, UnreadableFile;
}

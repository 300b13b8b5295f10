package org.cyberreadiness.batch.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;

/** Closes a file when its task has ended, however it ended. */
record Closing(FileRows rows) implements TaskCompletionListener {
  @Override
  public void onTaskCompletion(TaskContext context) {
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

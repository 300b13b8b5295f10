package org.cyberreadiness.batch.intake;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The folder beside the stream of rows cannot be written. No fault of the landing file: the task
 * fails, and the night with it.
 */
final class SideFileFailed extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  SideFileFailed(IOException cause) {
    super("What is set aside cannot be written: " + cause.getMessage(), cause);
  }
}

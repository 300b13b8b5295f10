package org.cyberreadiness.samples;

import java.io.PrintWriter;

/** Says now and then how far the writing is. */
final class Progress {
  private final PrintWriter words;
  private final int files;
  private final int steps;
  private int done;

  Progress(PrintWriter words, int files, int steps) {
    this.words = words;
    this.files = files;
    this.steps = steps;
  }

  synchronized void oneMore() {
    int before = done * steps / files;
    done++;
    if (done * steps / files > before) {
      words.println("  " + done + " of " + files + " files");
      words.flush();
    }
  }
}

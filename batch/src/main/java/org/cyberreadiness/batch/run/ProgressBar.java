package org.cyberreadiness.batch.run;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** One line on a terminal that says how far the night is; nothing where there is no terminal. */
public final class ProgressBar {
  private static final int WIDTH = 30;

  private final @Nullable PrintStream terminal;
  private int expected = 1;
  private int done;
  private int shown;
  private String current = "";

  private ProgressBar(@Nullable PrintStream terminal) {
    this.terminal = terminal;
  }

  /** A bar on this stream. */
  public static ProgressBar on(PrintStream terminal) {
    return new ProgressBar(terminal);
  }

  /** A bar on this stream where a person watches it, else none. */
  @SuppressWarnings("SystemConsoleNull") // jvm.options asks for the console that may be null
  public static ProgressBar whereWatched(PrintStream out) {
    return System.console() == null ? none() : on(out);
  }

  /** No bar. */
  public static ProgressBar none() {
    return new ProgressBar(null);
  }

  /** So many more steps are to come. */
  void expect(int steps) {
    expected += steps;
  }

  /** A step begins. */
  void begin(String name) {
    current = name;
    draw();
  }

  /** A step has ended. */
  void end(String name) {
    current = name;
    done++;
    expected = Math.max(expected, done);
    draw();
  }

  /** Makes room for a line of text. */
  void clear() {
    if (terminal != null && shown > 0) {
      terminal.print("\r" + " ".repeat(shown) + "\r");
      terminal.flush();
      shown = 0;
    }
  }

  /** Shows the bar again below the lines that were printed. */
  void draw() {
    if (terminal == null) {
      return;
    }
    int filled = WIDTH * done / expected;
    String line =
        "["
            + "#".repeat(filled)
            + ".".repeat(WIDTH - filled)
            + "] "
            + done
            + " of "
            + expected
            + "  "
            + current;
    terminal.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    terminal.flush();
    shown = line.length();
  }
}

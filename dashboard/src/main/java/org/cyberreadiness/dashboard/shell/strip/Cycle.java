package org.cyberreadiness.dashboard.shell.strip;

import java.time.LocalDate;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.shell.Outcome;

/**
 * One square of a strip.
 *
 * @param cycle the cycle as the snapshot names it: 21/22, 2022-09, 2022-Q3
 * @param end the day it ended: its place on the time axis
 * @param outcome what came of it
 * @param details what else is said on hover, line by line: value, why, as at; may be empty
 * @param traits what is drawn beside the outcome
 */
public record Cycle(String cycle, LocalDate end, Outcome outcome, String details, Traits traits) {

  public Cycle(String cycle, LocalDate end, Outcome outcome, String details) {
    this(cycle, end, outcome, details, Traits.NONE);
  }

  /**
   * What a square shows beside its outcome.
   *
   * @param late met, but only after the deadline: a corner is turned
   * @param inherited belongs to a predecessor: a dotted frame
   * @param broken cannot be compared with the cycle before it: a gap
   */
  public record Traits(boolean late, boolean inherited, boolean broken) {
    public static final Traits NONE = new Traits(false, false, false);
  }

  /** '21/22: not met', with the details on lines of their own. */
  public String inWords() {
    var words = new StringBuilder(Figures.cycle(cycle)).append(": ").append(outcome.word());
    if (traits.late()) {
      words.append(", late");
    }
    if (traits.inherited()) {
      words.append(" (inherited)");
    }
    if (!details.isEmpty()) {
      words.append('\n').append(details);
    }
    return words.toString();
  }
}

package org.cyberreadiness.samples.nation;

import java.time.LocalDate;

/** One organisation takes over from another. */
public record Succession(String predecessor, String successor, Reason reason, LocalDate on) {
  /** Why, in the letters that ODS uses. */
  public enum Reason {
    CODE_CHANGE("F"),
    TYPE_CHANGE("O"),
    RECONFIGURATION("R");

    private final String letter;

    Reason(String letter) {
      this.letter = letter;
    }

    public String letter() {
      return letter;
    }
  }
}

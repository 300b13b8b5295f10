package org.cyberreadiness.dashboard.shell;

import java.util.Locale;

/** What came of a practice in a cycle; code and words are those of the snapshot's vocabulary. */
public enum Outcome {
  MET("Met"),
  NOT_MET("Not met"),
  NOT_ASSESSED("Not assessed"),
  NOT_APPLICABLE("Not applicable");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  public static Outcome of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String word() {
    return word;
  }

  public boolean isAssessed() {
    return this == MET || this == NOT_MET;
  }
}

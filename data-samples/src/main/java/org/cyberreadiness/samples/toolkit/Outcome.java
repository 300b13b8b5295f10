package org.cyberreadiness.samples.toolkit;

/** What an organisation says of itself. */
public enum Outcome {
  EXCEEDED("Standards Exceeded"),
  MET("Standards Met"),
  APPROACHING("Approaching Standards"),
  NOT_MET("Standards Not Met"),
  ENTRY_LEVEL("Entry Level");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public boolean isBelowStandard() {
    return this != EXCEEDED && this != MET;
  }
}

package org.cyberreadiness.batch.run;

/** A night cannot go on. The message is for the operator: what is wrong, where, what to do. */
public final class NightFailed extends Exception {
  private static final long serialVersionUID = 1L;

  public NightFailed(String sentence) {
    super(sentence);
  }

  public NightFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

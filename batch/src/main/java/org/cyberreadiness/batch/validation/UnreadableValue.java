package org.cyberreadiness.batch.validation;

/** A raw value cannot be read as its column's type. The message says what was expected. */
public final class UnreadableValue extends Exception {
  private static final long serialVersionUID = 1L;
  private final RejectReason reason;

  /**
   * @param reason why, as a code
   * @param expected what the column may hold, to follow "Expected"
   */
  public UnreadableValue(RejectReason reason, String expected) {
    super(expected, null, false, false);
    this.reason = reason;
  }

  public RejectReason reason() {
    return reason;
  }
}

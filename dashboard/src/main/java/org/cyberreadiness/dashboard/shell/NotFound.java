package org.cyberreadiness.dashboard.shell;

/** There is no such thing; the message says what was asked for, in plain words. */
public class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NotFound(String message) {
    super(message);
  }
}

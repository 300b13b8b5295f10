package org.cyberreadiness.dashboard.snapshot;

/** There is nothing to read yet; the message says why and what to do. */
public class NoSnapshotException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NoSnapshotException(String message) {
    super(message);
  }
}

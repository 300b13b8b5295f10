package org.cyberreadiness.dashboard.snapshot;

/** A query failed; the message names its file. */
public class QueryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  QueryException(String message, Throwable cause) {
    super(message, cause);
  }

  QueryException(String message) {
    super(message);
  }
}

package org.cyberreadiness.dashboard.access;

/** The demo was started on data that is not made up. */
class DemoOnRealDataException extends RuntimeException {

  private static final long serialVersionUID = 1;

  DemoOnRealDataException(String message) {
    super(message);
  }
}

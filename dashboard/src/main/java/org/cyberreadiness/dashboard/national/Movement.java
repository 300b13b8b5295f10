package org.cyberreadiness.dashboard.national;

import org.cyberreadiness.dashboard.shell.Figures;

/** Which way a number went, in words. */
final class Movement {

  private Movement() {}

  static String words(long now, long before) {
    return now == before ? "as many as" : Figures.difference(now, before) + " than";
  }
}

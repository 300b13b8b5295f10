package org.cyberreadiness.batch;

import java.time.LocalDate;

/**
 * The night a run is for: nothing that is known only later goes into its snapshot.
 *
 * @param date its date (UTC)
 */
public record Night(LocalDate date) {
  @Override
  public String toString() {
    return date.toString();
  }
}

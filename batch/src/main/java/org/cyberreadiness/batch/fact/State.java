package org.cyberreadiness.batch.fact;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.cyberreadiness.batch.resource.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * What tells the rows of a view from all others it had or will have.
 *
 * @param whole of all its rows
 * @param nights of the rows of each night; null where nobody keeps them apart
 */
record State(String whole, @Nullable NavigableMap<LocalDate, String> nights) {
  static State of(String whole) {
    return new State(whole, null);
  }

  static State ofNights(NavigableMap<LocalDate, String> nights) {
    return new State(Fingerprint.of(nights.toString()), new TreeMap<>(nights));
  }
}

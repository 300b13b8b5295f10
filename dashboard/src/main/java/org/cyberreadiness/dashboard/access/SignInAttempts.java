package org.cyberreadiness.dashboard.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts wrong sign-ins, for a name and for an address; after too many there is a pause. */
final class SignInAttempts {

  /** Counters kept; the oldest go first, so that guessing cannot fill the memory. */
  private static final int KEPT = 10_000;

  /** Many people may share an address. */
  private static final int PER_ADDRESS = 10;

  private record Failures(int count, Instant last) {}

  private final int allowed;
  private final Duration pause;
  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > KEPT;
        }
      };

  SignInAttempts(AccessSettings settings, Clock clock) {
    this.allowed = settings.attempts();
    this.pause = settings.pause();
    this.clock = clock;
  }

  synchronized boolean paused(String user, String address) {
    return count(name(user, address)) >= allowed || count(address) >= allowed * PER_ADDRESS;
  }

  synchronized void failed(String user, String address) {
    add(name(user, address));
    add(address);
  }

  synchronized void succeeded(String user, String address) {
    failures.remove(name(user, address));
  }

  /** A name is paused for the address that failed, so that nobody can lock somebody else out. */
  private static String name(String user, String address) {
    return user + '\n' + address;
  }

  private int count(String key) {
    Failures known = failures.get(key);
    if (known == null) {
      return 0;
    }
    if (known.last().plus(pause).isBefore(clock.instant())) {
      failures.remove(key);
      return 0;
    }
    return known.count();
  }

  private void add(String key) {
    failures.put(key, new Failures(count(key) + 1, clock.instant()));
  }
}

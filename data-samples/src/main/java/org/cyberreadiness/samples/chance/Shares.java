package org.cyberreadiness.samples.chance;

import java.util.List;
import java.util.stream.Stream;

/**
 * Things and the share of the whole that each has.
 *
 * @param parts each thing and the share up to which it reaches; the last takes the rest
 */
public record Shares<T>(List<Part<T>> parts) {
  public Shares {
    parts = List.copyOf(parts);
    for (int i = 1; i < parts.size(); i++) {
      if (parts.get(i).upTo() <= parts.get(i - 1).upTo()) {
        throw new IllegalArgumentException("Each share reaches further than the last: " + parts);
      }
    }
  }

  /** The first thing, from nothing up to a share. */
  public static <T> Shares<T> upTo(double share, T thing) {
    return new Shares<>(List.of(new Part<>(share, thing)));
  }

  /** The next thing, up to a share. */
  public Shares<T> then(double share, T thing) {
    return new Shares<>(
        Stream.concat(parts.stream(), Stream.of(new Part<>(share, thing))).toList());
  }

  /** The last thing. */
  public Shares<T> rest(T thing) {
    return then(1, thing);
  }

  /** The thing that a share between 0 and 1 falls on. */
  public T at(double share) {
    for (Part<T> part : parts) {
      if (share < part.upTo()) {
        return part.thing();
      }
    }
    return parts.getLast().thing();
  }

  /** One of the things. */
  public record Part<T>(double upTo, T thing) {}
}

package org.cyberreadiness.samples.inventory;

import java.util.List;
import java.util.stream.IntStream;

/** A distribution given by some of its quantiles, straight between them. */
record Quantiles(List<Quantile> known) {
  Quantiles {
    known = List.copyOf(known);
    if (known.size() < 2) {
      throw new IllegalArgumentException("A distribution needs two quantiles at least: " + known);
    }
  }

  /** Share, value, share, value and so on, the shares from 0 to 1. */
  static Quantiles of(double... sharesAndValues) {
    return new Quantiles(
        IntStream.range(0, sharesAndValues.length / 2)
            .mapToObj(i -> new Quantile(sharesAndValues[2 * i], sharesAndValues[2 * i + 1]))
            .toList());
  }

  double at(double share) {
    int i = 1;
    while (i < known.size() - 1 && known.get(i).share() < share) {
      i++;
    }
    Quantile below = known.get(i - 1);
    Quantile above = known.get(i);
    double along = (share - below.share()) / (above.share() - below.share());
    return below.value() + Math.clamp(along, 0.0, 1.0) * (above.value() - below.value());
  }

  /** The value that so large a share of the whole stays under. */
  record Quantile(double share, double value) {}
}

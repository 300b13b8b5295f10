package org.cyberreadiness.batch.validation;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/** Rules across columns that several sources share. */
public final class Rules {
  private Rules() {}

  /** Words for two values that contradict each other. */
  @FunctionalInterface
  public interface Words extends Serializable {
    /** A whole sentence. */
    String of(Object first, Object last);
  }

  /** The last of two dates (or times) does not lie before the first, where both are said. */
  public static Source.RowRule notBefore(String first, String last, Words words) {
    return row -> {
      Object from = row.value(first);
      Object to = row.value(last);
      boolean isBefore =
          from instanceof LocalDate begin && to instanceof LocalDate end && end.isBefore(begin)
              || from instanceof Instant start && to instanceof Instant stop && stop.isBefore(start);
      return isBefore && from != null && to != null
          ? new Finding(last, RejectReason.CONTRADICTION, words.of(from, to))
          : null;
    };
  }
}

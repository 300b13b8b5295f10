package org.cyberreadiness.batch.counting;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.cyberreadiness.batch.history.Lake;
import org.jspecify.annotations.Nullable;

/**
 * How long the rows of single devices are kept: so many days before the newest inventory. Their
 * counts stay for ever.
 *
 * @param days days
 */
public record Retention(int days) {
  /** Days for which an inventory of devices places the software that is found on them. */
  static final int PLACED_DAYS = 31;

  /** Sources whose rows are devices or what stands on them. */
  public static final Set<String> SOURCES =
      Set.of("agents-mde", "agents-deviceinfo", "agents-osquery", "software");

  public Retention {
    if (days < PLACED_DAYS) {
      throw new IllegalArgumentException(
          "device_row_days must be " + PLACED_DAYS + " or more, not " + days);
    }
  }

  /** Table of the lake of a source. */
  static String table(String source) {
    return "landed_" + source.replace('-', '_');
  }

  /** Oldest day of which rows are kept; null before the first inventory. */
  @Nullable LocalDate oldest(NavigableSet<LocalDate> counted) {
    return counted.isEmpty() ? null : counted.last().minusDays(days);
  }

  /**
   * Lets go of the rows of days long past.
   *
   * @return tables that rows were let go of
   */
  List<String> forget(Lake lake, @Nullable LocalDate oldest) throws IOException {
    List<String> forgotten = new ArrayList<>();
    if (oldest != null) {
      for (String source : SOURCES.stream().sorted().toList()) {
        if (lake.table(table(source)).forgetBefore(oldest)) {
          forgotten.add(table(source));
        }
      }
    }
    return forgotten;
  }
}

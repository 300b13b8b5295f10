package org.cyberreadiness.batch.snapshot;

import java.util.regex.Pattern;

/**
 * What DuckDB may take while it builds, beside Spark's heap: what does not fit goes to disk, beside
 * the file.
 *
 * @param memory as DuckDB writes it, such as 1500MB
 * @param threads how many at once
 */
public record DuckDbBound(String memory, int threads) {
  private static final Pattern MEMORY = Pattern.compile("\\d+ ?[KMGT]i?B");

  /** Refuses what DuckDB would not understand. */
  public DuckDbBound {
    if (!MEMORY.matcher(memory).matches()) {
      throw new IllegalArgumentException(
          "Memory of DuckDB \"" + memory + "\" is not a size such as 1500MB");
    }
    if (threads < 1) {
      throw new IllegalArgumentException(
          "Threads of DuckDB: " + threads + " is not a whole number above 0");
    }
  }

  /** 1500 MB and every core: Spark is idle by then. */
  public static DuckDbBound standard() {
    return new DuckDbBound("1500MB", Runtime.getRuntime().availableProcessors());
  }
}

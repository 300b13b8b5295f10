package org.cyberreadiness.batch.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** {@code readiness bench [NAME] [ARGUMENTS]}: the benchmarks, or the one named. */
public final class Bench {
  private static final Map<String, Benchmark> ALL =
      new TreeMap<>(Map.of("night", new NightBench(), "flat", new FlatBench()));

  /** One benchmark. */
  interface Benchmark {
    void run(String... arguments) throws Exception;
  }

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      for (Benchmark benchmark : ALL.values()) {
        benchmark.run();
      }
      return;
    }
    Benchmark named = ALL.get(arguments[0]);
    if (named == null) {
      System.err.println("No benchmark is called " + arguments[0] + ". Known: " + ALL.keySet());
      System.exit(2);
      return;
    }
    named.run(Arrays.copyOfRange(arguments, 1, arguments.length));
  }
}

package org.cyberreadiness.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Where a night finds and leaves things, and how much it takes. Each has a working default and can
 * be set on its own.
 *
 * @param landing landing area: READINESS_LANDING, else DATA/landing
 * @param lake the lake: READINESS_LAKE, else DATA/lake
 * @param snapshots published snapshots, on this computer's disks: READINESS_SNAPSHOTS, else
 *     DATA/snapshots
 * @param policy folder of a practices.yaml that takes the place of the built-in one, and of .sql
 *     files beside the built-in ones: READINESS_POLICY, else empty for none
 * @param duckDbMemory memory that building a snapshot takes, beside the heap
 * @param factThreads facts that are computed at the same time
 * @param sourceThreads sources that are taken in at the same time
 * @param tidyEvery nights that add to a table after which it is compacted and vacuumed
 */
public record Settings(
    String landing,
    String lake,
    String snapshots,
    String policy,
    String duckDbMemory,
    int factThreads,
    int sourceThreads,
    int tidyEvery) {
  /** Every setting, its default and what it must be. */
  static final List<Setting> ALL =
      List.of(
          new Setting("READINESS_LANDING", "DATA/landing", "a folder or address", s -> true),
          new Setting("READINESS_LAKE", "DATA/lake", "a folder or address", s -> true),
          new Setting(
              "READINESS_SNAPSHOTS",
              "DATA/snapshots",
              "a folder of this computer: snapshots are files that DuckDB opens there; to keep them"
                  + " on an object store, copy the folder after the night",
              Settings::isHere),
          new Setting("READINESS_POLICY", "", "a folder of this computer", Settings::isHere),
          new Setting(
              "READINESS_DUCKDB_MEMORY",
              "1500MB",
              "a size such as 1500MB or 4GB",
              s -> s.matches("[1-9]\\d*(MB|GB)")),
          new Setting(
              "READINESS_FACT_THREADS", "3", "a whole number from 1 to 64", Settings::isSmall),
          new Setting(
              "READINESS_SOURCE_THREADS", "2", "a whole number from 1 to 64", Settings::isSmall),
          new Setting(
              "READINESS_TIDY_EVERY", "30", "a whole number from 1 to 9999", Settings::isWhole));

  /**
   * A setting.
   *
   * @param name environment variable
   * @param standard its default; DATA stands for the data folder
   * @param mustBe what it must be, in words
   * @param fits true for what it may be
   */
  record Setting(String name, String standard, String mustBe, Predicate<String> fits) {
    private String of(String data, Map<String, String> environment, List<String> problems) {
      String given = environment.getOrDefault(name, "");
      String value = given.isBlank() ? standard.replace("DATA", data) : given.strip();
      if (!fits.test(value)) {
        problems.add(name + " is \"" + value + "\" and must be " + mustBe);
      }
      return value;
    }
  }

  private static boolean isHere(String place) {
    return !place.contains("://") && !place.matches("(s3a?|hdfs|abfss?|gs|wasbs?):.*");
  }

  private static boolean isSmall(String number) {
    return number.matches("[1-9]|[1-5]\\d|6[0-4]");
  }

  private static boolean isWhole(String number) {
    return number.matches("[1-9]\\d{0,3}");
  }

  /**
   * Settings for a data folder, with what the environment moves.
   *
   * @throws IllegalArgumentException naming every setting that is wrong
   */
  public static Settings of(String data, Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    List<String> values =
        ALL.stream().map(setting -> setting.of(data, environment, problems)).toList();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "The settings cannot be used: " + String.join("; ", problems) + ".");
    }
    return new Settings(
        values.get(0),
        values.get(1),
        values.get(2),
        values.get(3),
        values.get(4),
        Integer.parseInt(values.get(5)),
        Integer.parseInt(values.get(6)),
        Integer.parseInt(values.get(7)));
  }
}

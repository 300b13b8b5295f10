package org.cyberreadiness.batch.snapshot;

import java.util.List;
import org.cyberreadiness.batch.resource.OwnFiles;

/**
 * The contract between batch and dashboard, as the text a snapshot is made from: its tables with
 * their keys, checks and comments ({@code snapshot/schema/<room>.sql}), and what follows from them
 * ({@code snapshot/formulas/<thought>.sql}): macros and views that live in the file, so that an
 * analyst with the file alone can ask 'as at' any day, and a count and its list agree because they
 * are one query. A cycle counts once it has ended: there is no judgement before a deadline.
 */
public final class Contract {
  /** Rooms of the schema, types before the tables that use them. */
  private static final List<String> ROOMS =
      List.of(
          "types",
          "snapshot",
          "source",
          "organisation",
          "toolkit",
          "practice",
          "inventory",
          "alert",
          "inspection",
          "targeting");

  /** Thoughts in the order in which each uses those before it. */
  private static final List<String> THOUGHTS =
      List.of(
          "share",
          "distribution",
          "population",
          "outcome",
          "trend",
          "lineage",
          "repeat",
          "dark",
          "persistence",
          "statistics",
          "comparison",
          "time",
          "source",
          "change",
          "membership",
          "signal");

  private Contract() {}

  /** Statements that make the tables. */
  public static List<String> schema() {
    return ROOMS.stream().map(room -> OwnFiles.text("snapshot/schema/" + room + ".sql")).toList();
  }

  /** Statements that make the macros and views; the tables must be there. */
  public static List<String> formulas() {
    return THOUGHTS.stream()
        .map(thought -> OwnFiles.text("snapshot/formulas/" + thought + ".sql"))
        .toList();
  }
}

package org.cyberreadiness.batch.history;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.run.NightFailed;
import scala.Console;

/**
 * Keeps the lake small, after the night's snapshot is current:
 *
 * <ol>
 *   <li>compacts tables that many nights have added to
 *   <li>commits them as they are now
 *   <li>deletes the files that no commit names any more, so that rows that were let go of go
 *       physically
 * </ol>
 *
 * Killed at any moment, the lake is as its last commit says.
 *
 * @param lake the lake, committed
 * @param every versions of a table after which it is compacted and vacuumed
 */
public record Housekeeping(Lake lake, long every) {
  /** Small files beyond which compacting is worth it. */
  private static final int FEW_FILES = 8;

  public Housekeeping {
    if (every < 1) {
      throw new IllegalArgumentException("A table is tidied after 1 version or more: " + every);
    }
  }

  /**
   * Tidies.
   *
   * @param forgotten tables that rows were let go of: their files go tonight
   * @return how many tables were tidied
   */
  public int tidy(Collection<String> forgotten) throws IOException, NightFailed {
    Map<String, Long> tidied = new HashMap<>();
    for (String name : lake.names()) {
      LakeTable table = lake.table(name);
      if (table.version() - table.tidied() >= every) {
        if (table.parts() > FEW_FILES && table.days().isEmpty()) {
          table.compact();
        }
        tidied.put(name, table.version());
      }
    }
    if (!tidied.isEmpty()) {
      lake.commitTidied(tidied);
    }
    TreeSet<String> vacuumed = new TreeSet<>(tidied.keySet());
    vacuumed.addAll(forgotten);
    SparkSession own = withoutRetention();
    for (String name : vacuumed) {
      if (lake.table(name).exists()) {
        vacuum(own, lake.table(name).folder().toString());
      }
    }
    return vacuumed.size();
  }

  /** Deletes what no version needs; what Delta prints of it is not for our standard output. */
  private static void vacuum(SparkSession session, String folder) {
    Console.withOut(
        OutputStream.nullOutputStream(), () -> DeltaTable.forPath(session, folder).vacuum(0));
  }

  /** A session that may delete files at once: one night at a time holds the lake. */
  private SparkSession withoutRetention() {
    SparkSession own = lake.spark().newSession();
    own.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", "false");
    // an entry about the deletion would be a version that no commit names
    own.conf().set("spark.databricks.delta.vacuum.logging.enabled", "false");
    return own;
  }
}

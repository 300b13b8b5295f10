package org.cyberreadiness.batch.snapshot;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.jspecify.annotations.Nullable;

/**
 * What the snapshot before said, as temporary tables {@code was_…} beside the one being built, for
 * the changes since then and the checks that compare:
 *
 * <ol>
 *   <li>asks the older file with its own formulas, as at its own night
 *   <li>carries over the changes that it told of earlier nights
 *   <li>adds what is different now (change.sql)
 * </ol>
 *
 * Where there is none, or one of another make, the tables are empty and no change is told.
 */
final class SnapshotBefore {
  private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put(
        "was_settled",
        "select ods_code, practice, cast(outcome as varchar) as outcome, cycle"
            + " from settled_outcome_as_at(:day)");
    QUESTIONS.put(
        "was_outcome",
        "select ods_code, practice, cycle, cast(outcome as varchar) as outcome"
            + " from outcome_as_at(:day)");
    QUESTIONS.put("was_dark", "select ods_code, practice from dark_as_at(:day)");
    QUESTIONS.put("was_repeated", "select ods_code, practice from repeat_failure where repeated");
    QUESTIONS.put("was_succession", "select predecessor, successor, effective_on from succession");
    QUESTIONS.put("was_practice", "select practice, version from practice");
    QUESTIONS.put(
        "was_trend", "select practice, cycle, group_kind, group_code, met, not_met from trend");
    QUESTIONS.put("was_file", "select source_file_id from source_file");
    QUESTIONS.put("was_change", "select * from change");
  }

  private final Connection connection;
  private final String asked;

  SnapshotBefore(Connection connection, String night) {
    this.connection = connection;
    asked = "date '" + night + "'";
  }

  /**
   * Makes the tables and fills {@code change}.
   *
   * @param file the snapshot before; null when there is none
   * @return a sentence for the operator when it could not be asked; null when all went well
   */
  @Nullable String compare(@Nullable Path file) throws SQLException {
    if (file == null) {
      makeEmpty();
      return null;
    }
    String own = text("select current_database()");
    execute("attach '" + file + "' as before (read_only)");
    try {
      execute("use before");
      String day = "date '" + text("select night from snapshot") + "'";
      for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
        execute(
            "create temp table "
                + question.getKey()
                + " as "
                + question.getValue().replace(":day", day));
      }
    } catch (SQLException e) {
      execute("use \"" + own + "\"");
      QUESTIONS.keySet().forEach(this::drop);
      makeEmpty();
      return "The snapshot before was made by another version; changes since it are not told.";
    } finally {
      execute("use \"" + own + "\"");
      execute("detach before");
    }
    execute(
        "insert into change select * from was_change where night <= "
            + asked
            + " and night > "
            + asked
            + " - interval 400 day");
    execute(
        "insert into change by name select * from ("
            + OwnFiles.text("snapshot/change.sql").replace(":night", asked)
            + ") except select * from was_change order by kind, practice, ods_code");
    return null;
  }

  private void drop(String table) {
    try {
      execute("drop table if exists " + table);
    } catch (SQLException e) {
      throw new IllegalStateException("A temporary table can be dropped", e);
    }
  }

  private void makeEmpty() throws SQLException {
    for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
      execute(
          "create temp table "
              + question.getKey()
              + " as "
              + question.getValue().replace(":day", asked)
              + " limit 0");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}

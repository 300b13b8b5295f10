package org.cyberreadiness.batch.snapshot;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
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
  /** The temporary tables and what each asks; $day is the night of the file that is asked. */
  static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

  private static final int KEPT_DAYS = 400;

  static {
    QUESTIONS.put(
        "was_settled",
        "select ods_code, practice, cast(outcome as varchar) as outcome, cycle"
            + " from settled_outcome_as_at($day)");
    QUESTIONS.put(
        "was_outcome",
        "select ods_code, practice, cycle, cast(outcome as varchar) as outcome"
            + " from outcome_as_at($day)");
    QUESTIONS.put("was_dark", "select ods_code, practice from dark_as_at($day)");
    QUESTIONS.put("was_repeated", "select ods_code, practice from repeat_failure where repeated");
    QUESTIONS.put("was_succession", "select predecessor, successor, effective_on from succession");
    QUESTIONS.put("was_practice", "select practice, version from practice");
    QUESTIONS.put(
        "was_trend", "select practice, cycle, group_kind, group_code, met, not_met from trend");
    QUESTIONS.put("was_file", "select source_file_id from source_file");
    QUESTIONS.put("was_change", "select * from change");
  }

  private final Duck duck;
  private final LocalDate night;

  SnapshotBefore(Duck duck, LocalDate night) {
    this.duck = duck;
    this.night = night;
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
    String problem = ask(file);
    if (problem != null) {
      for (String table : QUESTIONS.keySet()) {
        duck.run("drop table if exists temp." + table);
      }
      makeEmpty();
      return problem;
    }
    duck.run(
        "insert into change from was_change where night <= ? and night > ?",
        night,
        night.minusDays(KEPT_DAYS));
    String found = OwnFiles.text("snapshot/change.sql").replace(":night", date(night.toString()));
    duck.run(
        "insert into change by name select * from (\n"
            + found
            + "\n) except select * from was_change order by kind, practice, ods_code");
    return null;
  }

  /** Asks the file; a sentence why it could not be asked, null when it was. */
  private @Nullable String ask(Path file) throws SQLException {
    String own = duck.text("select current_database()");
    duck.run("attach " + Duck.quoted(file.toString()) + " as before (read_only)");
    try {
      duck.run("use before");
      int version = Integer.parseInt(duck.text("select schema_version from snapshot"));
      if (version != SnapshotBuild.SCHEMA_VERSION) {
        return "The snapshot before is of version "
            + version
            + " and this one of version "
            + SnapshotBuild.SCHEMA_VERSION
            + ": they do not compare, so no change since it is told.";
      }
      makeFrom(date(duck.text("select night from snapshot")), "");
      return null;
    } catch (SQLException e) {
      return "The snapshot before cannot be asked (" + firstLine(e) + "): no change is told.";
    } finally {
      duck.run("use \"" + own + "\"");
      duck.run("detach before");
    }
  }

  private void makeEmpty() throws SQLException {
    makeFrom(date(night.toString()), " limit 0");
  }

  private void makeFrom(String day, String limit) throws SQLException {
    for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
      duck.run(
          "create temp table "
              + question.getKey()
              + " as "
              + question.getValue().replace("$day", day)
              + limit);
    }
  }

  /** A literal: a statement that makes a table cannot be bound. */
  private static String date(String day) {
    return "date " + Duck.quoted(day);
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}

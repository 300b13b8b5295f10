package org.cyberreadiness.batch;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a later snapshot says of an earlier day, beside what the snapshot of that day said: table by
 * table, row by row. Where a thing came from (file and line) is compared too.
 */
final class AsKnownThen {
  /** Question to the snapshot of the day, and the same to the later one. */
  private record Pair(String then, String later) {}

  private static final Map<String, Pair> TABLES = new LinkedHashMap<>();

  static {
    for (String versions :
        List.of(
            "practice_outcome",
            "toolkit_status",
            "organisation_version",
            "cqc_rating_version",
            "expected_devices")) {
      TABLES.put(
          versions,
          new Pair(
              "select * from then." + versions,
              "select * replace (case when known_to <= getvariable('day') then known_to end as"
                  + " known_to) from later."
                  + versions
                  + " where known_from <= getvariable('day')"));
    }
    TABLES.put(
        "succession",
        new Pair(
            "select predecessor, successor, effective_on from then.succession",
            "select predecessor, successor, effective_on from later.succession"
                + " where known_from <= getvariable('day')"));
    TABLES.put(
        "organisation",
        new Pair("from then.organisation", "from organisation_as_at(getvariable('day'))"));
    TABLES.put("trend", new Pair("from then.trend", "from trend_as_at(getvariable('day'))"));
    TABLES.put(
        "repeat_failure",
        new Pair("from then.repeat_failure", "from repeat_failure_as_at(getvariable('day'))"));
    TABLES.put(
        "targeting_signal",
        new Pair(
            "from then.targeting_signal",
            "from later.targeting_signal where as_of <= getvariable('day')"));
  }

  private AsKnownThen() {}

  /**
   * Rows that differ, each after its table and the side that has it; at most five a table and side.
   *
   * @param then file of the snapshot of the day
   * @param later file of a later snapshot
   */
  static List<String> differences(Path then, Path later) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("attach '" + then + "' as \"then\" (read_only)");
      statement.execute("attach '" + later + "' as later (read_only)");
      statement.execute("set variable day = (select night from \"then\".snapshot)");
      for (Map.Entry<String, Pair> table : TABLES.entrySet()) {
        String was = table.getValue().then().replace(" then.", " \"then\".");
        String is = table.getValue().later();
        // macros of the later file look their tables up where they are used
        statement.execute("use later");
        statement.execute("create or replace temp table is_now as " + is);
        statement.execute("create or replace temp table was_then as " + was);
        String columns = columns(statement);
        for (String side : List.of("was_then", "is_now")) {
          String other = side.equals("is_now") ? "was_then" : "is_now";
          try (ResultSet rows =
              statement.executeQuery(
                  ("select * from (select %1$s from %2$s except all select %1$s from %3$s)"
                          + " order by all limit 5")
                      .formatted(columns, side, other))) {
            while (rows.next()) {
              StringBuilder row = new StringBuilder(table.getKey()).append(' ').append(side);
              for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                row.append(' ').append(rows.getString(i));
              }
              found.add(row.toString());
            }
          }
        }
      }
    }
    return found;
  }

  /** The columns that both sides have. */
  private static String columns(Statement statement) throws SQLException {
    try (ResultSet names =
        statement.executeQuery(
            "select string_agg('\"' || t.column_name || '\"', ', ') from (describe was_then) as t"
                + " join (describe is_now) as n using (column_name)")) {
      names.next();
      return names.getString(1);
    }
  }
}

package org.cyberreadiness.batch.snapshot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.jspecify.annotations.Nullable;

/**
 * Checks on a built snapshot: {@code fact/<fact>.checks.sql}, each a query whose rows are the
 * violations, in words.
 */
final class Checks {
  private static final Pattern HEAD =
      Pattern.compile("^-- check: ([a-z0-9-]+) \\((fail|warn)\\): (.+)$", Pattern.MULTILINE);

  private Checks() {}

  /**
   * One check.
   *
   * @param name its name
   * @param fact table it looks at
   * @param severity fail or warn
   * @param statement what must hold
   * @param sql query whose rows are violations
   */
  record Check(String name, String fact, String severity, String statement, String sql) {}

  /** A check that did not hold. */
  record Violation(Check check, long count, String example) {}

  static List<Check> all() {
    List<Check> checks = new ArrayList<>();
    for (String path : OwnFiles.below("fact")) {
      if (path.endsWith(".checks.sql")) {
        String fact =
            path.substring(path.lastIndexOf('/') + 1, path.length() - ".checks.sql".length());
        checks.addAll(parse(fact, OwnFiles.text(path)));
      }
    }
    return checks;
  }

  static List<Check> parse(String fact, String text) {
    List<Check> checks = new ArrayList<>();
    Matcher head = HEAD.matcher(text);
    int bodyStart = -1;
    String[] last = new String[0];
    while (head.find()) {
      if (bodyStart >= 0) {
        checks.add(
            new Check(last[0], fact, last[1], last[2], text.substring(bodyStart, head.start())));
      }
      last = new String[] {head.group(1), head.group(2), head.group(3)};
      bodyStart = head.end();
    }
    if (bodyStart >= 0) {
      checks.add(new Check(last[0], fact, last[1], last[2], text.substring(bodyStart)));
    }
    return checks;
  }

  /**
   * Runs all checks, writes their results into check_result, and returns those that did not hold.
   */
  static List<Violation> run(Connection connection) throws SQLException {
    List<Violation> violations = new ArrayList<>();
    for (Check check : all()) {
      long count = 0;
      String example = null;
      String sql = check.sql().strip().replaceFirst(";$", "");
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "select count(*), any_value(example) from (" + sql + ") as v(example)")) {
        rows.next();
        count = rows.getLong(1);
        example = rows.getString(2);
      }
      record(connection, check, count, example);
      if (count > 0) {
        violations.add(new Violation(check, count, String.valueOf(example)));
      }
    }
    return violations;
  }

  private static void record(
      Connection connection, Check check, long count, @Nullable String example)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into check_result values (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, check.name());
      insert.setString(2, check.fact());
      insert.setString(3, check.severity());
      insert.setString(4, check.statement());
      insert.setLong(5, count);
      insert.setString(6, example);
      insert.execute();
    }
  }
}

package org.cyberreadiness.batch.snapshot;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cyberreadiness.batch.resource.RuleFiles;

/**
 * Checks on a built snapshot: {@code fact/<fact>.checks.sql}, each a query whose rows are the
 * violations, in words.
 *
 * @param checks the checks in their order
 */
record Checks(List<Check> checks) {
  private static final String FOLDER = "fact/";
  private static final String ENDING = ".checks.sql";
  private static final Pattern HEAD =
      Pattern.compile("^-- check: ([a-z0-9-]+) \\((fail|warn)\\): (.+)$", Pattern.MULTILINE);
  private static final Pattern ANY_HEAD = Pattern.compile("^-- check", Pattern.MULTILINE);

  /**
   * One check.
   *
   * @param name its name
   * @param fact table it looks at
   * @param severity fail or warn
   * @param statement what must hold
   * @param sql query whose rows are violations
   */
  record Check(String name, String fact, String severity, String statement, String sql) {
    boolean isFailing() {
      return severity.equals("fail");
    }
  }

  /** A check that did not hold. */
  record Violation(Check check, long count, String example) {
    String sentence() {
      return check.statement()
          + " Broken "
          + count
          + (count == 1 ? " time: " : " times, for example: ")
          + example;
    }
  }

  /** The batch's own checks and those of a policy's folder. */
  static Checks of(RuleFiles files) {
    List<Check> checks = new ArrayList<>();
    for (String path : files.below("fact")) {
      if (path.endsWith(ENDING)) {
        checks.addAll(
            parse(
                path.substring(FOLDER.length(), path.length() - ENDING.length()),
                files.text(path)));
      }
    }
    List<String> names = checks.stream().map(Check::name).sorted().toList();
    for (int i = 1; i < names.size(); i++) {
      if (names.get(i).equals(names.get(i - 1))) {
        throw new IllegalStateException("There are two checks " + names.get(i));
      }
    }
    return new Checks(List.copyOf(checks));
  }

  static List<Check> parse(String fact, String text) {
    List<Check> checks = new ArrayList<>();
    Matcher head = HEAD.matcher(text);
    boolean found = head.find();
    while (found) {
      String name = head.group(1);
      String severity = head.group(2);
      String statement = head.group(3);
      int start = head.end();
      found = head.find();
      String sql = text.substring(start, found ? head.start() : text.length());
      checks.add(new Check(name, fact, severity, statement, sql.strip().replaceFirst(";$", "")));
    }
    if (checks.size() != ANY_HEAD.matcher(text).results().count() || checks.isEmpty()) {
      throw new IllegalStateException(
          "A check of "
              + fact
              + " has no header that can be read; write '-- check: <name> (fail|warn): <what must"
              + " hold>'");
    }
    return checks;
  }

  /**
   * Runs all checks, writes their results into check_result, and returns those that did not hold.
   */
  List<Violation> run(Duck duck) throws SQLException {
    List<Violation> violations = new ArrayList<>();
    for (Check check : checks) {
      try (PreparedStatement statement =
              duck.connection()
                  .prepareStatement(
                      "select count(*), min(example) from (" + check.sql() + "\n) as v(example)");
          ResultSet rows = statement.executeQuery()) {
        rows.next();
        long count = rows.getLong(1);
        String example = rows.getString(2);
        duck.run(
            "insert into check_result values (?, ?, ?, ?, ?, ?)",
            check.name(),
            check.fact(),
            check.severity(),
            check.statement(),
            count,
            example);
        if (count > 0) {
          violations.add(new Violation(check, count, String.valueOf(example)));
        }
      } catch (SQLException e) {
        throw new SQLException("Check " + check.name() + " cannot be asked: " + e.getMessage(), e);
      }
    }
    return violations;
  }
}

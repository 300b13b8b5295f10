package org.cyberreadiness.batch.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.policy.Edition;
import org.cyberreadiness.batch.policy.Policy;
import org.cyberreadiness.batch.policy.Practice;
import org.cyberreadiness.batch.policy.SeriesBreak;

/** The policy as tables of a snapshot: editions, breaks, practices and its small tables. */
final class Rules {
  private final Duck duck;
  private final Policy policy;
  private final Path scratch;

  /**
   * @param scratch a file to copy texts to, for DuckDB to read them
   */
  Rules(Duck duck, Policy policy, Path scratch) {
    this.duck = duck;
    this.policy = policy;
    this.scratch = scratch;
  }

  /**
   * @param facts every fact's file, by name: they are part of the practices' versions
   */
  void write(Map<String, SqlFile> facts) throws SQLException, IOException {
    for (Edition edition : policy.editions()) {
      duck.run(
          "insert into edition values (?, ?, ?, ?)",
          edition.edition(),
          edition.opensOn(),
          edition.deadline(),
          edition.series());
    }
    for (SeriesBreak broken : policy.breaks()) {
      duck.run(
          "insert into series_break values (?, ?, ?, ?)",
          broken.practice(),
          broken.type(),
          broken.cycle(),
          broken.reason());
    }
    int position = 0;
    for (Practice practice : policy.practices()) {
      write(practice, ++position, policy.version(practice, facts));
    }
    writeTables();
  }

  private void write(Practice practice, int position, String version) throws SQLException {
    duck.run(
        """
        insert into practice (practice, title, question, numerator, denominator, why, rule_source,
          applies_to, cycle_kind, silence, threshold, good, repeat_failed, repeat_of, debounce,
          position, version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        practice.name(),
        practice.words().title(),
        practice.words().question(),
        practice.words().numerator(),
        practice.words().denominator(),
        practice.words().why(),
        practice.words().ruleSource(),
        practice.appliesTo(),
        practice.cycle(),
        practice.silence(),
        practice.threshold(),
        practice.good(),
        practice.repeat().failed(),
        practice.repeat().of(),
        practice.debounce(),
        position,
        version);
  }

  /** Those small tables of the policy that the contract has a table for. */
  private void writeTables() throws SQLException, IOException {
    for (Map.Entry<String, String> table : policy.tables().byName().entrySet()) {
      List<String> columns = duck.columns(table.getKey());
      if (!columns.isEmpty()) {
        Files.writeString(scratch, table.getValue());
        duck.run(
            "insert into \""
                + table.getKey()
                + "\" by name from read_csv(?, header = true, all_varchar = true, nullstr = '')",
            scratch.toString());
      }
    }
    Files.deleteIfExists(scratch);
  }
}

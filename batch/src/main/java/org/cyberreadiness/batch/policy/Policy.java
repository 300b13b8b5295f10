package org.cyberreadiness.batch.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.resource.Fingerprint;
import org.cyberreadiness.batch.resource.RuleFiles;

/**
 * The rules: practices.yaml, the .sql file of each practice and the tables of the policy.
 *
 * @param version the first 12 hex digits of a hash of everything that decides an outcome
 * @param editions editions with their deadlines, oldest first
 * @param practices practices in their order
 * @param breaks cycles from which figures cannot be compared with earlier ones
 * @param parameters numbers and words that facts read as named markers
 * @param files where its .sql files lie
 */
public record Policy(
    String version,
    List<Edition> editions,
    List<Practice> practices,
    List<SeriesBreak> breaks,
    Map<String, Object> parameters,
    RuleFiles files) {
  private static final String FILE = "practices.yaml";
  private static final int VERSION_LENGTH = 12;
  private static final List<String> DECISIVE = List.of("fact", "counting", "judge", "policy");

  /**
   * The policy in practices.yaml.
   *
   * @param files the batch's own files, and perhaps those of a folder
   * @param organisationTypes every type, for practices that apply to all
   * @throws IllegalStateException naming every entry and field that is wrong
   */
  public static Policy load(RuleFiles files, List<String> organisationTypes) {
    String yaml = files.text(FILE);
    List<String> problems = new ArrayList<>();
    PolicyFile file = PolicyFile.read(yaml, organisationTypes, problems);
    problems.addAll(PolicyCheck.problems(file, files, organisationTypes));
    if (!problems.isEmpty()) {
      throw new IllegalStateException(FILE + " cannot be used: " + String.join("; ", problems));
    }
    StringBuilder decisive = new StringBuilder(yaml);
    for (String folder : DECISIVE) {
      files.below(folder).forEach(path -> decisive.append(path).append(files.text(path)));
    }
    file.practices().forEach(practice -> decisive.append(files.text(sqlOf(practice))));
    return new Policy(
        Fingerprint.of(decisive.toString()).substring(0, VERSION_LENGTH),
        file.editions(),
        file.practices(),
        file.breaks(),
        file.facts(),
        files);
  }

  /** A whole number among the parameters. */
  public int number(String parameter) {
    if (parameters.get(parameter) instanceof Integer number) {
      return number;
    }
    throw new IllegalArgumentException("The policy has no whole number " + parameter);
  }

  /** Organisation types that targeting signals are made for. */
  public List<String> signalTypes() {
    return parameters.get("signal_types") instanceof List<?> types
        ? types.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Its small tables. */
  public PolicyTables tables() {
    return PolicyTables.of(files);
  }

  /**
   * Version of one practice: a hash of all that decides its outcomes, the facts it reads included.
   *
   * @param facts every fact's file, by name
   */
  public String version(Practice practice, Map<String, SqlFile> facts) {
    StringBuilder decisive = new StringBuilder(practice.toString()).append(parameters);
    if (practice.cycle().equals("edition")) {
      decisive.append(editions);
    }
    Map<String, String> tables = tables().byName();
    Set<String> read = new TreeSet<>();
    List<SqlFile> open = new ArrayList<>(List.of(sql(practice)));
    while (!open.isEmpty()) {
      SqlFile file = open.removeLast();
      decisive.append(file.text());
      for (String name : new TreeSet<>(file.reads())) {
        if (read.add(name)) {
          decisive.append(tables.getOrDefault(name, ""));
          if (facts.containsKey(name)) {
            open.add(Objects.requireNonNull(facts.get(name)));
          }
        }
      }
    }
    return Fingerprint.of(decisive.toString()).substring(0, VERSION_LENGTH);
  }

  /** What a practice's .sql file yields, judged by the rule of its kind of cycle. */
  public SqlFile sql(Practice practice) {
    return judged(practice, files);
  }

  static SqlFile judged(Practice practice, RuleFiles files) {
    SqlFile said = SqlFile.of(files, sqlOf(practice));
    String judge = "judge/" + practice.cycle() + ".sql";
    return files.has(judge) ? said.judgedBy(SqlFile.of(files, judge)) : said;
  }

  static String sqlOf(Practice practice) {
    return "practice/" + practice.name() + ".sql";
  }
}

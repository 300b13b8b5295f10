package org.cyberreadiness.batch.policy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.resource.Fingerprint;
import org.cyberreadiness.batch.resource.RuleFiles;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The rules: practices.yaml and the .sql file of each practice.
 *
 * @param version the first 12 hex digits of a hash of everything that decides an outcome
 * @param editions editions with their deadlines
 * @param practices practices in their order
 * @param breaks cycles from which figures cannot be compared with earlier ones
 * @param parameters numbers and words that facts read as named markers
 * @param files where its .sql files lie
 */
public record Policy(
    String version,
    List<Edition> editions,
    List<Practice> practices,
    List<Break> breaks,
    Map<String, Object> parameters,
    RuleFiles files) {
  private static final int VERSION_LENGTH = 12;
  private static final List<String> FACT_PARAMETERS =
      List.of("stale_days", "patch_days", "device_row_days", "whole_inventories");
  private static final List<String> DECISIVE = List.of("fact", "inventory", "judge", "policy");
  private static final Set<String> CYCLES = Set.of("edition", "month", "quarter", "inspection");
  private static final String NOT_ASSESSED = "not_assessed";
  private static final Set<String> SILENCES = Set.of(NOT_ASSESSED, "not_applicable");

  /**
   * One edition of the yearly self-assessment.
   *
   * @param edition as people write it, such as 21/22
   * @param opensOn first day it could be published
   * @param deadline last day
   * @param series editions of one series can be compared
   * @param igVersion version of the IG Toolkit it was answered in; null from 18/19 on
   */
  public record Edition(
      String edition,
      LocalDate opensOn,
      LocalDate deadline,
      String series,
      @Nullable String igVersion) {}

  /**
   * A break in a series for one type of organisation.
   *
   * @param practice practice
   * @param type organisation type whose evidence changed
   * @param cycle first cycle of the new series
   * @param reason what changed, as a sentence
   */
  public record Break(String practice, String type, String cycle, String reason) {}

  /** A whole number among the parameters. */
  public int number(String parameter) {
    return parameters.get(parameter) instanceof Integer number ? number : 0;
  }

  /**
   * The policy in practices.yaml.
   *
   * @param files the batch's own files, and perhaps those of a folder
   * @param organisationTypes every type, for practices that apply to all
   * @throws IllegalStateException naming every entry that is wrong
   */
  public static Policy load(RuleFiles files, List<String> organisationTypes) {
    String yaml = files.text("practices.yaml");
    Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    List<String> problems = new ArrayList<>();
    List<Edition> editions = new ArrayList<>();
    for (Map<String, Object> entry : entries(root, "editions")) {
      editions.add(
          new Edition(
              text(entry, "edition", problems),
              day(entry.get("opens")),
              day(entry.get("deadline")),
              text(entry, "series", problems),
              entry.get("ig_version") == null ? null : String.valueOf(entry.get("ig_version"))));
    }
    List<Practice> practices = new ArrayList<>();
    StringBuilder decisive = new StringBuilder(yaml);
    for (String folder : DECISIVE) {
      files.below(folder).forEach(path -> decisive.append(path).append(files.text(path)));
    }
    for (Map<String, Object> entry : entries(root, "practices")) {
      Practice practice = practice(entry, organisationTypes, problems);
      practices.add(practice);
      if (!files.has(sqlOf(practice))) {
        problems.add(practice.name() + ": there is no " + sqlOf(practice));
      } else if (problems.isEmpty()) {
        decisive.append(SqlFile.of(files, sqlOf(practice)).text());
      }
    }
    List<Break> breaks = new ArrayList<>();
    for (Map<String, Object> entry : entries(root, "breaks")) {
      breaks.addAll(breaks(entry, organisationTypes, problems));
    }
    Set<String> named = practices.stream().map(Practice::name).collect(Collectors.toSet());
    breaks.stream()
        .filter(b -> !named.contains(b.practice()))
        .forEach(b -> problems.add("breaks: there is no practice \"" + b.practice() + "\""));
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (root.get("facts") instanceof Map<?, ?> given) {
      given.forEach((key, value) -> parameters.put(String.valueOf(key), value));
    }
    for (String needed : FACT_PARAMETERS) {
      if (!(parameters.get(needed) instanceof Integer number) || number < 1) {
        problems.add("facts: " + needed + " is not a whole number above 0");
      }
    }
    if (parameters.get("signal_types") instanceof List<?> types) {
      types.stream()
          .filter(type -> !organisationTypes.contains(String.valueOf(type)))
          .forEach(type -> problems.add("facts: signal_types has no type \"" + type + "\""));
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "practices.yaml cannot be used: " + String.join("; ", problems));
    }
    return new Policy(
        Fingerprint.of(decisive.toString()).substring(0, VERSION_LENGTH),
        editions,
        practices,
        breaks,
        parameters,
        files);
  }

  private static List<Break> breaks(
      Map<String, Object> entry, List<String> organisationTypes, List<String> problems) {
    String practice = text(entry, "practice", problems);
    String cycle = text(entry, "cycle", problems);
    String reason = text(entry, "reason", problems).strip();
    List<Break> breaks = new ArrayList<>();
    if (entry.get("types") instanceof List<?> types) {
      for (Object type : types) {
        if (!organisationTypes.contains(String.valueOf(type))) {
          problems.add("break of " + practice + ": no organisation type \"" + type + "\"");
        }
        breaks.add(new Break(practice, String.valueOf(type), cycle, reason));
      }
    }
    return breaks;
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
    Set<String> read = new TreeSet<>();
    List<SqlFile> open = new ArrayList<>(List.of(sql(practice)));
    while (!open.isEmpty()) {
      SqlFile file = open.removeLast();
      decisive.append(file.text());
      file.reads().stream()
          .filter(name -> facts.containsKey(name) && read.add(name))
          .sorted()
          .forEach(name -> open.add(Objects.requireNonNull(facts.get(name))));
    }
    return Fingerprint.of(decisive.toString()).substring(0, VERSION_LENGTH);
  }

  /** Organisation types that targeting signals are made for. */
  public List<String> signalTypes() {
    return parameters.get("signal_types") instanceof List<?> types
        ? types.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** What a practice's .sql file yields, judged by the rule of its kind of cycle. */
  public SqlFile sql(Practice practice) {
    SqlFile said = SqlFile.of(files, sqlOf(practice));
    String judge = "judge/" + practice.cycle() + ".sql";
    return files.has(judge) ? said.judgedBy(SqlFile.of(files, judge)) : said;
  }

  private static String sqlOf(Practice practice) {
    return "practice/" + practice.name() + ".sql";
  }

  private static Practice practice(
      Map<String, Object> entry, List<String> organisationTypes, List<String> problems) {
    String name = text(entry, "practice", problems);
    String cycle = text(entry, "cycle", problems);
    if (!CYCLES.contains(cycle)) {
      problems.add(name + ": cycle \"" + cycle + "\" is none of " + CYCLES);
    }
    String silence = String.valueOf(entry.getOrDefault("silence", NOT_ASSESSED));
    if (!SILENCES.contains(silence)) {
      problems.add(name + ": silence \"" + silence + "\" is none of " + SILENCES);
    }
    List<String> appliesTo = new ArrayList<>();
    if (entry.get("applies_to") instanceof List<?> types) {
      types.forEach(type -> appliesTo.add(String.valueOf(type)));
    }
    List<String> types = appliesTo.equals(List.of("all")) ? organisationTypes : appliesTo;
    for (String type : types) {
      if (!organisationTypes.contains(type)) {
        problems.add(name + ": applies_to names no organisation type \"" + type + "\"");
      }
    }
    Double threshold =
        entry.get("threshold") instanceof Number number ? number.doubleValue() : null;
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (entry.get("parameters") instanceof Map<?, ?> given) {
      given.forEach((key, value) -> parameters.put(String.valueOf(key), value));
    }
    if (threshold != null) {
      parameters.put("threshold", threshold);
    }
    Map<?, ?> repeat = entry.get("repeat") instanceof Map<?, ?> given ? given : Map.of();
    return new Practice(
        name,
        text(entry, "title", problems),
        text(entry, "question", problems),
        types,
        cycle,
        silence,
        threshold,
        text(entry, "good", problems),
        text(entry, "numerator", problems),
        text(entry, "denominator", problems),
        text(entry, "why", problems).strip(),
        text(entry, "rule_source", problems),
        number(name, repeat.get("failed"), "repeat.failed", problems),
        number(name, repeat.get("of"), "repeat.of", problems),
        number(
            name,
            entry.getOrDefault("debounce", cycle.equals("month") ? 2 : 1),
            "debounce",
            problems),
        parameters);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> entries(Map<String, Object> root, String name) {
    return root.get(name) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
  }

  private static String text(Map<String, Object> entry, String field, List<String> problems) {
    Object value = entry.get(field);
    if (value == null || value.toString().isBlank()) {
      problems.add(entry.getOrDefault("practice", entry) + ": " + field + " is missing");
      return "";
    }
    return value.toString();
  }

  private static int number(
      String name, @Nullable Object value, String field, List<String> problems) {
    if (value instanceof Integer number && number > 0) {
      return number;
    }
    problems.add(name + ": " + field + " is not a whole number above 0");
    return 0;
  }

  private static LocalDate day(@Nullable Object value) {
    return value instanceof Date date
        ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate()
        : LocalDate.parse(String.valueOf(value));
  }
}

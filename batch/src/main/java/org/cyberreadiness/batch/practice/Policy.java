package org.cyberreadiness.batch.practice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.resource.OwnFiles;
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
 * @param staleDays days after which a device that was not seen is stale
 */
public record Policy(
    String version, List<Edition> editions, List<Practice> practices, int staleDays) {
  private static final Set<String> CYCLES = Set.of("edition", "month", "quarter", "inspection");
  private static final int DEFAULT_STALE_DAYS = 30;

  /**
   * One edition of the yearly self-assessment.
   *
   * @param edition as people write it, such as 21/22
   * @param opensOn first day it could be published
   * @param deadline last day
   * @param series editions of one series can be compared
   */
  public record Edition(String edition, LocalDate opensOn, LocalDate deadline, String series) {}

  /**
   * The policy in the batch's own files.
   *
   * @param organisationTypes every type, for practices that apply to all
   * @throws IllegalStateException naming every entry that is wrong
   */
  public static Policy load(List<String> organisationTypes) {
    return of(OwnFiles.text("practices.yaml"), organisationTypes);
  }

  /** The policy in a text in the form of practices.yaml. */
  public static Policy of(String yaml, List<String> organisationTypes) {
    Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    List<String> problems = new ArrayList<>();
    List<Edition> editions = new ArrayList<>();
    for (Map<String, Object> entry : entries(root, "editions")) {
      editions.add(
          new Edition(
              text(entry, "edition", problems),
              day(entry.get("opens")),
              day(entry.get("deadline")),
              text(entry, "series", problems)));
    }
    List<Practice> practices = new ArrayList<>();
    StringBuilder decisive = new StringBuilder(yaml);
    for (Map<String, Object> entry : entries(root, "practices")) {
      Practice practice = practice(entry, organisationTypes, problems);
      practices.add(practice);
      if (problems.isEmpty()) {
        decisive.append(sql(practice).text());
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "practices.yaml cannot be used: " + String.join("; ", problems));
    }
    return new Policy(hash(decisive.toString()), editions, practices, DEFAULT_STALE_DAYS);
  }

  /** The .sql file of a practice. */
  public static SqlFile sql(Practice practice) {
    return SqlFile.of("practice/" + practice.name() + ".sql");
  }

  private static Practice practice(
      Map<String, Object> entry, List<String> organisationTypes, List<String> problems) {
    String name = text(entry, "practice", problems);
    String cycle = text(entry, "cycle", problems);
    if (!CYCLES.contains(cycle)) {
      problems.add(name + ": cycle \"" + cycle + "\" is none of " + CYCLES);
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
        threshold,
        text(entry, "good", problems),
        text(entry, "numerator", problems),
        text(entry, "denominator", problems),
        text(entry, "why", problems).strip(),
        text(entry, "rule_source", problems),
        number(name, repeat.get("failed"), "repeat.failed", problems),
        number(name, repeat.get("of"), "repeat.of", problems),
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

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

package org.cyberreadiness.batch.policy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * practices.yaml, bound to records. What is wrong with an entry by itself is told here.
 *
 * @param editions editions in their order
 * @param practices practices in their order
 * @param breaks breaks in series
 * @param facts numbers and words that facts read as named markers
 * @param named names of all practices, those at fault among them
 */
record PolicyFile(
    List<Edition> editions,
    List<Practice> practices,
    List<SeriesBreak> breaks,
    Map<String, Object> facts,
    List<String> named) {
  private static final Set<String> PARTS = Set.of("facts", "editions", "breaks", "practices");

  /**
   * Reads the text.
   *
   * @param problems takes a sentence for each thing that is wrong
   */
  static PolicyFile read(String yaml, List<String> organisationTypes, List<String> problems) {
    Map<String, Object> root = root(yaml, problems);
    root.keySet().stream()
        .filter(part -> !PARTS.contains(part))
        .forEach(part -> problems.add("there is no part \"" + part + "\""));
    Binder binder = new Binder(problems);
    List<Edition> editions = new ArrayList<>();
    for (Map<String, Object> entry : entries(root, "editions", problems)) {
      EditionEntry bound =
          binder.bind("edition " + entry.get("edition"), entry, EditionEntry.class);
      if (bound != null) {
        bound.addTo(editions, problems);
      }
    }
    List<Practice> practices = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (Map<String, Object> entry : entries(root, "practices", problems)) {
      named.add(String.valueOf(entry.get("practice")));
      addPractice(entry, organisationTypes, practices, problems);
    }
    List<SeriesBreak> breaks = new ArrayList<>();
    for (Map<String, Object> entry : entries(root, "breaks", problems)) {
      BreakEntry bound = binder.bind("break of " + entry.get("practice"), entry, BreakEntry.class);
      if (bound != null) {
        bound.addTo(breaks, organisationTypes, problems);
      }
    }
    return new PolicyFile(
        editions,
        practices,
        breaks,
        root.get("facts") instanceof Map<?, ?> facts ? textKeys(facts) : Map.of(),
        named);
  }

  private static void addPractice(
      Map<String, Object> entry,
      List<String> organisationTypes,
      List<Practice> practices,
      List<String> problems) {
    String name = String.valueOf(entry.getOrDefault("practice", entry));
    List<String> faults = new ArrayList<>();
    PracticeEntry bound = new Binder(faults).bind(name, entry, PracticeEntry.class);
    Set<String> told = new HashSet<>(faults);
    if (bound != null) {
      for (String problem : bound.problems(organisationTypes)) {
        // a field that cannot be read is not missing besides
        String field = problem.substring(0, problem.indexOf(' '));
        if (told.stream().noneMatch(fault -> fault.startsWith(name + ": " + field))) {
          faults.add(name + ": " + problem);
        }
      }
      if (faults.isEmpty()) {
        practices.add(bound.practice(organisationTypes));
      }
    }
    problems.addAll(faults);
  }

  private static Map<String, Object> root(String yaml, List<String> problems) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object loaded = new Yaml(new SafeConstructor(options)).load(yaml);
      if (loaded instanceof Map<?, ?> map) {
        return textKeys(map);
      }
      problems.add("it is no YAML with the parts " + PARTS);
    } catch (YAMLException e) {
      problems.add("it is no YAML: " + e.getMessage());
    }
    return Map.of();
  }

  private static List<Map<String, Object>> entries(
      Map<String, Object> root, String part, List<String> problems) {
    List<Map<String, Object>> entries = new ArrayList<>();
    Object given = root.getOrDefault(part, List.of());
    if (!(given instanceof List<?>)) {
      problems.add(part + " is not a list");
      return entries;
    }
    for (Object entry : (List<?>) given) {
      if (entry instanceof Map<?, ?> map) {
        entries.add(textKeys(map));
      } else {
        problems.add(part + ": \"" + entry + "\" is no entry with fields");
      }
    }
    return entries;
  }

  /** Keys as text, and days as people write them. */
  private static Map<String, Object> textKeys(Map<?, ?> map) {
    Map<String, Object> plain = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (value instanceof Date date) {
            plain.put(
                String.valueOf(key),
                date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString());
          } else if (value != null) {
            plain.put(String.valueOf(key), value);
          }
        });
    return plain;
  }

  private record EditionEntry(
      @Nullable String edition,
      @Nullable LocalDate opens,
      @Nullable LocalDate deadline,
      @Nullable String series,
      @Nullable String igVersion) {
    private void addTo(List<Edition> editions, List<String> problems) {
      if (edition == null || opens == null || deadline == null || series == null) {
        problems.add("edition " + edition + ": edition, opens, deadline and series must be given");
      } else if (opens.isAfter(deadline)) {
        problems.add("edition " + edition + ": it opens after its deadline");
      } else {
        editions.add(new Edition(edition, opens, deadline, series, igVersion));
      }
    }
  }

  private record BreakEntry(
      @Nullable String practice,
      @Nullable String cycle,
      @Nullable List<String> types,
      @Nullable String reason) {
    private void addTo(
        List<SeriesBreak> breaks, List<String> organisationTypes, List<String> problems) {
      if (practice == null || cycle == null || types == null || reason == null) {
        problems.add("break of " + practice + ": practice, cycle, types and reason must be given");
        return;
      }
      for (String type : types) {
        if (!organisationTypes.contains(type)) {
          problems.add("break of " + practice + ": no organisation type \"" + type + "\"");
        }
        breaks.add(new SeriesBreak(practice, type, cycle, reason.strip()));
      }
    }
  }
}

package org.cyberreadiness.batch.policy;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One entry of practices.yaml as it is written: flat, and perhaps with holes. */
record PracticeEntry(
    @Nullable String practice,
    @Nullable String title,
    @Nullable String question,
    @Nullable List<String> appliesTo,
    @Nullable String cycle,
    @Nullable Double threshold,
    @Nullable String silence,
    @Nullable Integer debounce,
    @Nullable String good,
    @Nullable String numerator,
    @Nullable String denominator,
    @Nullable String why,
    @Nullable String ruleSource,
    Practice.@Nullable Repeat repeat,
    @Nullable Map<String, Object> parameters) {
  private static final String ALL = "all";
  private static final String NOT_ASSESSED = "not_assessed";

  /** What is missing or no word of the policy, a sentence each. */
  List<String> problems(List<String> organisationTypes) {
    List<String> problems = new ArrayList<>();
    Map<String, @Nullable Object> needed = new LinkedHashMap<>();
    needed.put("practice", practice);
    needed.put("title", title);
    needed.put("question", question);
    needed.put("applies_to", appliesTo == null || appliesTo.isEmpty() ? null : appliesTo);
    needed.put("cycle", cycle);
    needed.put("good", good);
    needed.put("numerator", numerator);
    needed.put("denominator", denominator);
    needed.put("why", why);
    needed.put("rule_source", ruleSource);
    needed.put("repeat", repeat);
    needed.forEach(
        (field, value) -> {
          if (value == null || value.toString().isBlank()) {
            problems.add(field + " is missing");
          }
        });
    word("cycle", cycle, Practice.CYCLES, problems);
    word("silence", silence, Practice.SILENCES, problems);
    word("good", good, Practice.DIRECTIONS, problems);
    if (debounce != null && debounce < 1) {
      problems.add("debounce is not a whole number above 0");
    }
    if (threshold != null && (threshold < 0 || threshold > 1)) {
      problems.add("threshold " + threshold + " is no share: it lies from 0 to 1");
    }
    types(organisationTypes).stream()
        .filter(type -> !organisationTypes.contains(type))
        .forEach(type -> problems.add("applies_to names no organisation type \"" + type + "\""));
    return problems;
  }

  private static void word(
      String field, @Nullable String value, Set<String> known, List<String> problems) {
    if (value != null && !known.contains(value)) {
      problems.add(field + " \"" + value + "\" is none of " + new TreeSet<>(known));
    }
  }

  private List<String> types(List<String> organisationTypes) {
    List<String> given = appliesTo == null ? List.of() : appliesTo;
    return given.equals(List.of(ALL)) ? organisationTypes : given;
  }

  /** The practice; only where there are no problems. */
  Practice practice(List<String> organisationTypes) {
    String kind = requireNonNull(cycle);
    return new Practice(
        requireNonNull(practice),
        new Practice.Words(
            requireNonNull(title),
            requireNonNull(question),
            requireNonNull(numerator),
            requireNonNull(denominator),
            requireNonNull(why).strip(),
            requireNonNull(ruleSource)),
        types(organisationTypes),
        kind,
        silence == null ? NOT_ASSESSED : silence,
        threshold,
        requireNonNull(good),
        requireNonNull(repeat),
        debounce == null ? (kind.equals("month") ? 2 : 1) : debounce,
        parameters == null ? Map.of() : parameters);
  }
}

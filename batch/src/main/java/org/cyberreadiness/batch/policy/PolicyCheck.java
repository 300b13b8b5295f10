package org.cyberreadiness.batch.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.resource.RuleFiles;

/** What must hold between the entries of a policy, and between them and its .sql files. */
final class PolicyCheck {
  private static final List<String> NUMBERS =
      List.of("stale_days", "patch_days", "device_row_days", "whole_inventories");
  private static final String SIGNAL_TYPES = "signal_types";
  private static final String NIGHT = "night";

  private final PolicyFile file;
  private final RuleFiles files;
  private final List<String> organisationTypes;
  private final List<String> problems = new ArrayList<>();

  private PolicyCheck(PolicyFile file, RuleFiles files, List<String> organisationTypes) {
    this.file = file;
    this.files = files;
    this.organisationTypes = organisationTypes;
  }

  /** A sentence for each thing that does not hold. */
  static List<String> problems(PolicyFile file, RuleFiles files, List<String> organisationTypes) {
    PolicyCheck check = new PolicyCheck(file, files, organisationTypes);
    check.facts();
    check.names();
    check.order();
    file.practices().forEach(check::sql);
    check.factMarkers();
    return check.problems;
  }

  private void facts() {
    for (String needed : NUMBERS) {
      if (!(file.facts().get(needed) instanceof Integer number) || number < 1) {
        problems.add("facts: " + needed + " is not a whole number above 0");
      }
    }
    if (file.facts().getOrDefault(SIGNAL_TYPES, List.of()) instanceof List<?> types) {
      types.stream()
          .filter(type -> !organisationTypes.contains(String.valueOf(type)))
          .forEach(type -> problems.add("facts: signal_types has no type \"" + type + "\""));
    } else {
      problems.add("facts: signal_types is not a list");
    }
  }

  private void names() {
    doubled(file.named(), Function.identity())
        .forEach(name -> problems.add(name + ": the practice is given twice"));
    doubled(file.editions(), Edition::edition)
        .forEach(name -> problems.add("edition " + name + ": it is given twice"));
    Set<String> named = Set.copyOf(file.named());
    file.breaks().stream()
        .map(SeriesBreak::practice)
        .distinct()
        .filter(name -> !named.contains(name))
        .forEach(name -> problems.add("breaks: there is no practice \"" + name + "\""));
  }

  private static <T> Set<String> doubled(List<T> entries, Function<T, String> name) {
    Set<String> seen = new HashSet<>();
    return entries.stream()
        .map(name)
        .filter(each -> !seen.add(each))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void order() {
    for (int i = 1; i < file.editions().size(); i++) {
      Edition before = file.editions().get(i - 1);
      Edition edition = file.editions().get(i);
      if (!edition.deadline().isAfter(before.deadline())) {
        problems.add(
            "edition "
                + edition.edition()
                + ": its deadline is not after that of "
                + before.edition()
                + " before it");
      }
    }
  }

  private void sql(Practice practice) {
    String path = Policy.sqlOf(practice);
    if (!files.has(path)) {
      problems.add(practice.name() + ": there is no " + path);
      return;
    }
    try {
      SqlFile whole = Policy.judged(practice, files);
      Set<String> missing = Markers.in(whole.text());
      missing.removeAll(practice.parameters().keySet());
      missing.removeAll(file.facts().keySet());
      missing.remove(NIGHT);
      missing.forEach(
          marker ->
              problems.add(
                  practice.name()
                      + ": "
                      + path
                      + " or its judge reads :"
                      + marker
                      + ", which is no parameter"));
      Set<String> unread = new TreeSet<>(practice.given().keySet());
      unread.removeAll(Markers.in(whole.text()));
      unread.forEach(
          marker -> problems.add(practice.name() + ": nothing reads the parameter " + marker));
    } catch (IllegalStateException e) {
      problems.add(practice.name() + ": " + e.getMessage());
    }
  }

  private void factMarkers() {
    for (Map.Entry<String, Set<String>> fact : markersOfFacts().entrySet()) {
      Set<String> missing = new TreeSet<>(fact.getValue());
      missing.removeAll(file.facts().keySet());
      missing.remove(NIGHT);
      missing.forEach(
          marker ->
              problems.add(
                  "facts: " + fact.getKey() + " reads :" + marker + ", which is not given"));
    }
  }

  private Map<String, Set<String>> markersOfFacts() {
    return files.below("fact").stream()
        .filter(path -> path.endsWith(".sql") && !path.endsWith(".checks.sql"))
        .collect(Collectors.toMap(path -> path, path -> Markers.in(files.text(path))));
  }
}

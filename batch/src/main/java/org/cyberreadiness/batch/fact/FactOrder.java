package org.cyberreadiness.batch.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cyberreadiness.batch.resource.RuleFiles;

/** Finds the .sql files of facts, and the order in which each comes after those it reads. */
public final class FactOrder {
  private FactOrder() {}

  /** All files of a folder of the batch, such as {@code fact}. */
  public static List<SqlFile> in(String folder) {
    return in(RuleFiles.own(), folder);
  }

  /** All files of a folder of the batch, and those that stand beside or before them. */
  public static List<SqlFile> in(RuleFiles files, String folder) {
    return files.below(folder).stream()
        .filter(path -> path.endsWith(".sql") && !path.endsWith(".checks.sql"))
        .map(path -> SqlFile.of(files, path))
        .toList();
  }

  /**
   * Facts in an order in which each comes after those it reads.
   *
   * @throws IllegalStateException when some read each other in a circle
   */
  public static List<Fact> ordered(Collection<Fact> facts) {
    Map<String, Fact> waiting = new LinkedHashMap<>();
    facts.forEach(fact -> waiting.put(fact.name(), fact));
    List<Fact> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Set<String> open = new LinkedHashSet<>(waiting.keySet());
      List<Fact> ready =
          waiting.values().stream()
              .filter(fact -> fact.file().reads().stream().noneMatch(open::contains))
              .toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException("Facts read each other in a circle: " + open);
      }
      for (Fact fact : ready) {
        ordered.add(fact);
        waiting.remove(fact.name());
      }
    }
    return ordered;
  }
}

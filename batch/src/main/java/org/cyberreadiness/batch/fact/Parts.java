package org.cyberreadiness.batch.fact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The parts in which a fact by night is kept: the newest nights each by itself, of older ones a
 * month at a time, so that a night adds one part and few files are read.
 *
 * @param whole nights that are a part each
 */
public record Parts(Set<LocalDate> whole) {
  private static final int MONTH = "yyyy-MM".length();

  public Parts {
    whole = Set.copyOf(whole);
  }

  /** Name of the part that a night belongs to. */
  String of(LocalDate night) {
    return whole.contains(night) ? night.toString() : night.toString().substring(0, MONTH);
  }

  /** Nights by the part they belong to. */
  Map<String, NavigableSet<LocalDate>> byName(Collection<LocalDate> nights) {
    return nights.stream()
        .collect(
            Collectors.groupingBy(this::of, TreeMap::new, Collectors.toCollection(TreeSet::new)));
  }
}

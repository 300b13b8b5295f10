package org.cyberreadiness.samples.nation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cyberreadiness.samples.chance.Chance;

/** Lays out the made-up nation: 42 ICBs in the seven regions, each with some twenty towns. */
final class Geography {
  /** Invented, but there is a real one. */
  private static final Set<String> REAL =
      Set.of(
          "Brackenthorpe", "Heatherdale", "Copperdale", "Gorsedale", "Willowbourne", "Otterbourne");

  private Geography() {}

  static List<Icb> icbs(long seed) {
    List<List<String>> places = new ArrayList<>();
    Words.AREAS.forEach(area -> places.add(new ArrayList<>()));
    List<String> all = towns(seed);
    for (int i = 0; i < all.size(); i++) {
      places.get(i % places.size()).add(all.get(i));
    }
    List<Icb> icbs = new ArrayList<>();
    for (Region region : Region.ALL) {
      for (int i = 0; i < region.icbs(); i++) {
        int number = icbs.size();
        icbs.add(
            new Icb(
                Kind.ICB.code(number + 1),
                Words.AREAS.get(number),
                region,
                List.copyOf(places.get(number))));
      }
    }
    return icbs;
  }

  private static List<String> towns(long seed) {
    List<String> towns = new ArrayList<>();
    for (String end : Words.PLACE_ENDS) {
      for (String start : Words.PLACE_STARTS) {
        if (!REAL.contains(start + end) && !start.endsWith(end.substring(0, 2))) {
          towns.add(start + end);
        }
      }
    }
    Chance chance = Chance.of(seed, "towns", "");
    for (int i = towns.size() - 1; i > 0; i--) {
      String swapped = towns.get(i);
      int other = chance.below(i + 1);
      towns.set(i, towns.get(other));
      towns.set(other, swapped);
    }
    return towns;
  }
}

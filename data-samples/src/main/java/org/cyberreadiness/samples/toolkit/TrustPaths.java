package org.cyberreadiness.samples.toolkit;

import java.util.List;
import java.util.Set;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.chance.Normal;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;

/**
 * In which editions a trust is below the standard.
 *
 * <p>The first four editions are drawn as one path. The weights are chosen so that 209 trusts give
 * what 209 real trusts gave: 77 never below, 60 once, 21 twice, 28 three times, 23 every time; 45
 * of 93 and then 52 of 63 below again in the next edition. Later editions follow the last one.
 */
final class TrustPaths {
  /** The editions of the four-letter paths: B is below, a dot is not. */
  private static final List<Edition> FOUR =
      List.of(Edition.E1819, Edition.E1920, Edition.E2021, Edition.E2122);

  private static final List<Edition> LATER = List.of(Edition.E2223, Edition.E2324);

  /** From the poorest quality to the best. */
  private static final List<Path> PATHS =
      List.of(
          new Path("BBBB", 23),
          new Path(".BBB", 12),
          new Path("B.BB", 1),
          new Path("BB.B", 1),
          new Path("BBB.", 14),
          new Path("..BB", 9),
          new Path(".B.B", 1),
          new Path("B..B", 1),
          new Path(".BB.", 3),
          new Path("BB..", 7),
          new Path("...B", 11),
          new Path("..B.", 3),
          new Path(".B..", 2),
          new Path("B...", 44),
          new Path("....", 77));

  private static final int TRUSTS = 209;
  private static final double BELOW_AGAIN = 0.79;
  private static final double BELOW_ANEW = 0.065;

  /** How strongly quality shows in a self-assessment: weakly, as in real data. */
  private static final double PULL = 0.45;

  /** They fail all the way, and never silently: the stories of {@code Mergers} need them. */
  static final Set<String> ALWAYS_BELOW = Set.of("ZZT217", "ZZT220", "ZZT221", "ZZT222");

  private final Nation nation;

  TrustPaths(Nation nation) {
    this.nation = nation;
  }

  boolean isBelow(Organisation trust, Edition edition) {
    String origin = nation.origin(trust.code());
    if (ALWAYS_BELOW.contains(origin)) {
      return true;
    }
    Chance chance = nation.chance("trust-path", origin);
    double quality = nation.organisation(origin).quality();
    String path = path(standing(quality, PULL, chance));
    if (FOUR.contains(edition)) {
      return path.charAt(FOUR.indexOf(edition)) == 'B';
    }
    boolean below = path.endsWith("B");
    for (Edition later : LATER) {
      below = standing(quality, PULL / 2, chance) < (below ? BELOW_AGAIN : BELOW_ANEW);
      if (later == edition) {
        return below;
      }
    }
    return below;
  }

  private static String path(double standing) {
    double rank = standing * TRUSTS;
    for (Path path : PATHS) {
      rank -= path.trusts();
      if (rank < 0) {
        return path.letters();
      }
    }
    return PATHS.getLast().letters();
  }

  /** An even share between 0 and 1 that is the lower, the poorer the quality. */
  private static double standing(double quality, double pull, Chance chance) {
    return Normal.shareBelow(pull * quality + StrictMath.sqrt(1 - pull * pull) * chance.normal());
  }

  private record Path(String letters, int trusts) {}
}

package org.cyberreadiness.samples.nation;

import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.samples.chance.Chance;

/** What trusts are called: half of them hospitals, the others of all kinds. */
final class TrustNames {
  /** "%place" and "%area" stand for where the trust is. */
  private static final List<Style> STYLES =
      List.of(
          new Style(0.50, List.of("%place Hospitals", "%place General Hospital")),
          new Style(0.12, List.of("%place University Hospitals", "%place Teaching")),
          new Style(0.20, List.of("%area Partnership", "%place Mental Health")),
          new Style(0.09, List.of("%area Community Health", "%place Care")),
          new Style(0.04, List.of("%area Ambulance Service")),
          new Style(0.05, List.of("%place Children's Hospital")));

  private static final double FOUNDATION = 0.65;

  private TrustNames() {}

  /** Names to try in turn, until one is not taken. */
  static List<String> of(Kind kind, String place, Icb icb, Chance chance) {
    String legal =
        chance.happens(FOUNDATION) ? " Example NHS Foundation Trust" : " Example NHS Trust";
    if (kind == Kind.CARE_TRUST) {
      return List.of(place + " and District Care Example NHS Trust");
    }
    List<String> names = new ArrayList<>();
    for (String pattern : style(chance.share()).patterns()) {
      names.add(pattern.replace("%place", place).replace("%area", icb.area()) + legal);
    }
    icb.places().forEach(other -> names.add(place + " and " + other + " Hospitals" + legal));
    return names;
  }

  private static Style style(double share) {
    double below = 0;
    for (Style style : STYLES) {
      below += style.share();
      if (share < below) {
        return style;
      }
    }
    return STYLES.getLast();
  }

  /** A way to name trusts, and the share of them that is named so. */
  private record Style(double share, List<String> patterns) {}
}

package org.cyberreadiness.samples.nation;

import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.chance.Shares;

/** What trusts are called: half of them hospitals, the others of all kinds. */
final class TrustNames {
  /** "%place" and "%area" stand for where the trust is. */
  private static final Shares<List<String>> PATTERNS =
      Shares.upTo(0.50, List.of("%place Hospitals", "%place General Hospital"))
          .then(0.62, List.of("%place University Hospitals", "%place Teaching"))
          .then(0.82, List.of("%area Partnership", "%place Mental Health"))
          .then(0.91, List.of("%area Community Health", "%place Care"))
          .then(0.95, List.of("%area Ambulance Service"))
          .rest(List.of("%place Children's Hospital"));

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
    for (String pattern : PATTERNS.at(chance.share())) {
      names.add(pattern.replace("%place", place).replace("%area", icb.area()) + legal);
    }
    icb.places().forEach(other -> names.add(place + " and " + other + " Hospitals" + legal));
    return names;
  }
}

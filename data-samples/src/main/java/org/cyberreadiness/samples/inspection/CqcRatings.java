package org.cyberreadiness.samples.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.chance.Normal;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;

/** How CQC rates: each domain of each group of services, and now and then anew. */
final class CqcRatings {
  private static final List<String> DOMAINS =
      List.of("Safe", "Effective", "Caring", "Responsive", "Well-led", "Overall");

  private static final List<String> HOSPITAL_GROUPS =
      List.of(
          "Overall",
          "Urgent and emergency services",
          "Medical care (including older people's care)",
          "Surgery",
          "Critical care",
          "Maternity",
          "Outpatients");

  private static final List<String> PRACTICE_GROUPS =
      List.of("Overall", "Older people", "People with long-term conditions");

  /** What a rating says instead of a rating, each as rarely. */
  private static final List<String> NO_RATING =
      List.of(
          "Not applicable",
          "Not Rated",
          "Inspected but not rated",
          "Insufficient evidence to rate");

  private static final double EACH_NO_RATING = 0.005;
  private static final double OUTSTANDING = 0.95;

  private final Nation nation;

  CqcRatings(Nation nation) {
    this.nation = nation;
  }

  static List<String> groups(Kind kind) {
    if (kind.isTrust()) {
      return HOSPITAL_GROUPS;
    }
    return kind == Kind.GP_PRACTICE ? PRACTICE_GROUPS : List.of("Overall");
  }

  List<Rating> of(Organisation organisation, List<String> groups, LocalDate day) {
    List<Rating> ratings = new ArrayList<>();
    Chance lasting = nation.chance("cqc", organisation.code());
    LocalDate older = lasting.day(LocalDate.of(2016, 1, 1), LocalDate.of(2023, 6, 30));
    LocalDate newer = lasting.day(LocalDate.of(2023, 7, 1), LocalDate.of(2025, 6, 30));
    boolean again = !newer.isAfter(day);
    Chance chance = nation.chance(again ? "cqc-again" : "cqc-before", organisation.code());
    double own = 0.5 * organisation.quality() + 0.87 * chance.normal();
    for (String group : groups) {
      for (String domain : DOMAINS) {
        double mark = Normal.shareBelow(0.85 * own + 0.5 * chance.normal());
        String words = words(organisation.kind(), mark, chance);
        ratings.add(new Rating(group, domain, words, again ? newer : older));
      }
    }
    return ratings;
  }

  private static String words(Kind kind, double mark, Chance chance) {
    int odd = (int) (chance.share() / EACH_NO_RATING);
    if (odd < NO_RATING.size()) {
      return NO_RATING.get(odd);
    }
    double poor = poor(kind);
    if (mark < poor / 9) {
      return "Inadequate";
    }
    if (mark < poor) {
      return "Requires improvement";
    }
    return mark < OUTSTANDING ? "Good" : "Outstanding";
  }

  /** The share that is rated below Good. */
  private static double poor(Kind kind) {
    if (kind.isTrust()) {
      return 0.32;
    }
    return kind == Kind.GP_PRACTICE ? 0.05 : 0.19;
  }

  record Rating(String group, String domain, String words, LocalDate publishedOn) {}
}

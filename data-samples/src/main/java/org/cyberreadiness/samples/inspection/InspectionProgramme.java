package org.cyberreadiness.samples.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.toolkit.Return;
import org.cyberreadiness.samples.toolkit.Returns;

/**
 * Four years of inspections, fifteen a quarter: three drawn at random, sometimes one referred by
 * somebody who worries, the others targeted at those who failed the Toolkit and look poor to those
 * who know them. Nobody is targeted twice within eighteen months.
 */
final class InspectionProgramme {
  private static final LocalDate START = LocalDate.of(2020, 9, 1);
  private static final LocalDate END = LocalDate.of(2024, 8, 1);
  private static final int A_QUARTER = 15;
  private static final int AT_RANDOM = 3;
  private static final int COOL_OFF_MONTHS = 18;

  private final Nation nation;
  private final Returns returns;
  private final Map<String, LocalDate> lastInspectedOn = new HashMap<>();
  private final List<Inspection> inspections = new ArrayList<>();

  InspectionProgramme(Nation nation) {
    this.nation = nation;
    this.returns = new Returns(nation);
  }

  List<Inspection> inspections() {
    for (LocalDate quarter = START; quarter.isBefore(END); quarter = quarter.plusMonths(3)) {
      plan(quarter);
    }
    return List.copyOf(inspections);
  }

  private void plan(LocalDate quarter) {
    Chance chance = nation.chance("inspections", quarter.toString());
    List<Organisation> pool =
        nation
            .organisations(kind -> kind.isEnglishTrust() || kind == Kind.ICB)
            .filter(one -> one.isOpenOn(quarter.plusMonths(3)))
            .filter(one -> !isCoolingOff(one, quarter))
            .sorted(Comparator.comparingDouble(one -> drawn(one, quarter)))
            .toList();
    pool.stream().limit(AT_RANDOM).forEach(one -> inspect(one, quarter, "random", chance));
    int referred = chance.happens(0.5) ? 1 : 0;
    pool.stream()
        .skip(AT_RANDOM)
        .sorted(Comparator.comparingDouble(one -> -worry(one, quarter)))
        .limit(A_QUARTER - AT_RANDOM)
        .forEach(
            one -> {
              boolean referral = inspections.size() % A_QUARTER >= A_QUARTER - referred;
              inspect(one, quarter, referral ? "referral" : "targeted", chance);
            });
  }

  private boolean isCoolingOff(Organisation organisation, LocalDate day) {
    LocalDate last = lastInspectedOn.get(organisation.code());
    return last != null && last.plusMonths(COOL_OFF_MONTHS).isAfter(day);
  }

  private double drawn(Organisation organisation, LocalDate quarter) {
    return nation.chance("inspections-drawn-" + quarter, organisation.code()).share();
  }

  private double worry(Organisation organisation, LocalDate quarter) {
    boolean failed =
        Returns.newestOn(quarter, returns.of(organisation))
            .map((Return newest) -> newest.outcomeOn(quarter).isBelowStandard())
            .orElse(true);
    Chance chance = nation.chance("worry-" + quarter, organisation.code());
    return (failed ? 0.7 : 0) - 0.9 * organisation.quality() + 0.8 * chance.normal();
  }

  private void inspect(
      Organisation organisation, LocalDate quarter, String selection, Chance chance) {
    LocalDate inspectedOn = quarter.plusDays(chance.between(0, 80));
    lastInspectedOn.put(organisation.code(), inspectedOn);
    String kind =
        switch (selection) {
          case "referral" -> "on-site assessment";
          case "random" -> chance.happens(0.3) ? "announced" : "unannounced";
          default -> "unannounced";
        };
    inspections.add(
        new Inspection(
            "CI-" + inspectedOn.getYear() + "-" + (1001 + inspections.size()),
            organisation,
            inspectedOn,
            kind,
            selection,
            inspectedOn.plusDays(chance.between(28, 70))));
  }
}

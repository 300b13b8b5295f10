package org.cyberreadiness.samples.toolkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.toolkit.Return.Version;

/**
 * How trusts fare. Failing is sticky: {@link TrustPaths} says in which editions a trust is below
 * the standard when the edition is settled. Around that day outcomes improve: from Not Met to
 * Approaching when a plan is agreed, from Approaching to Met when it is carried out.
 */
final class TrustReturns {
  private static final double SILENT = 0.03;
  private static final double NOT_MET = 0.10;
  private static final double PLAN_AGREED_AFTER_DEADLINE = 0.35;
  private static final double PLAN_CARRIED_OUT_LATE = 0.12;
  private static final double MET_ONLY_AFTER_DEADLINE = 0.08;

  private final Nation nation;
  private final TrustPaths paths;

  TrustReturns(Nation nation) {
    this.nation = nation;
    this.paths = new TrustPaths(nation);
  }

  Optional<Return> of(Organisation trust, Edition edition) {
    if (edition == Edition.E2425
        || trust.life().openedOn().isAfter(edition.deadline().minusDays(60))
        || trust.isClosedBy(edition.deadline())) {
      return Optional.empty();
    }
    Chance chance = nation.chance("trust-return-" + edition.label(), trust.code());
    LocalDate publishedOn =
        chance.happens(0.7)
            ? edition.deadline().minusDays(chance.between(0, 12))
            : chance.day(edition.deadline().minusDays(120), edition.deadline());
    if (!paths.isBelow(trust, edition)) {
      return Optional.of(met(trust, edition, publishedOn, chance));
    }
    boolean speaks = TrustPaths.ALWAYS_BELOW.contains(nation.origin(trust.code()));
    return chance.happens(SILENT) && !speaks
        ? Optional.empty()
        : Optional.of(below(edition, publishedOn, chance, speaks));
  }

  private Return met(Organisation trust, Edition edition, LocalDate publishedOn, Chance chance) {
    if (chance.happens(trust.quality() > 0.5 ? 0.2 : 0.04)) {
      return Return.of(edition, publishedOn, Outcome.EXCEEDED);
    }
    if (!chance.happens(MET_ONLY_AFTER_DEADLINE)) {
      return Return.of(edition, publishedOn, Outcome.MET);
    }
    LocalDate metOn = chance.day(edition.deadline().plusDays(20), edition.settledOn());
    LocalDate planOn = chance.day(edition.deadline().plusDays(6), edition.deadline().plusDays(15));
    return chance.happens(0.25)
        ? new Return(
            edition,
            publishedOn,
            List.of(
                new Version(publishedOn, Outcome.NOT_MET),
                new Version(planOn, Outcome.APPROACHING),
                new Version(metOn, Outcome.MET)))
        : new Return(
            edition,
            publishedOn,
            List.of(
                new Version(publishedOn, Outcome.APPROACHING), new Version(metOn, Outcome.MET)));
  }

  private static Return below(
      Edition edition, LocalDate publishedOn, Chance chance, boolean always) {
    if (chance.happens(NOT_MET)) {
      return Return.of(edition, publishedOn, Outcome.NOT_MET);
    }
    List<Version> versions = new ArrayList<>();
    if (chance.happens(PLAN_AGREED_AFTER_DEADLINE)) {
      versions.add(new Version(publishedOn, Outcome.NOT_MET));
      LocalDate soonAfter = edition.deadline().plusDays(10);
      versions.add(new Version(chance.day(soonAfter, edition.settledOn()), Outcome.APPROACHING));
    } else {
      versions.add(new Version(publishedOn, Outcome.APPROACHING));
    }
    LocalDate improvedOn =
        chance.day(edition.settledOn().plusDays(6), edition.settledOn().plusDays(200));
    if (chance.happens(PLAN_CARRIED_OUT_LATE) && !always) {
      versions.add(new Version(improvedOn, Outcome.MET));
    }
    return new Return(edition, publishedOn, versions);
  }
}

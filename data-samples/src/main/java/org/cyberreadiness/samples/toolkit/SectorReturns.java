package org.cyberreadiness.samples.toolkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.chance.Normal;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.toolkit.Return.Version;

/**
 * How all others fare. Practices and pharmacies practically never publish below the standard: their
 * failing shows as not published, and those who fail to publish tend to fail again.
 */
final class SectorReturns {
  /** Boards that published an edition which was not yet theirs to answer. */
  private static final List<String> EARLY_BOARDS = List.of("QZ07", "QZ21");

  private static final double HABIT = 0.75;
  private static final double EARLY = 0.015;
  private static final double LATE = 0.04;
  private static final double STRAGGLING = 0.2;
  private static final double IMPROVES = 0.3;

  private final Nation nation;

  SectorReturns(Nation nation) {
    this.nation = nation;
  }

  Optional<Return> of(Organisation organisation, Edition edition) {
    if (EARLY_BOARDS.contains(organisation.code()) && edition == Edition.E2122) {
      return Optional.of(Return.of(edition, LocalDate.of(2022, 7, 20), Outcome.MET));
    }
    if (!Assertions.isAskedForReturns(organisation.kind(), edition)
        || organisation.life().openedOn().isAfter(edition.deadline().minusDays(60))
        || organisation.isClosedBy(edition.deadline())) {
      return Optional.empty();
    }
    Sector sector = Sector.of(organisation.kind());
    Chance chance = nation.chance("return-" + edition.label(), organisation.code());
    boolean publishes = habit(organisation, chance) < published(sector, edition);
    boolean early = chance.happens(EARLY);
    boolean late = chance.happens(publishes ? LATE : STRAGGLING);
    LocalDate publishedOn = publishedOn(edition, early, late && publishes, late, chance);
    return publishes || late
        ? Optional.of(made(sector, edition, publishedOn, chance))
        : Optional.empty();
  }

  /** Low for those who publish every year, high for those who hardly ever do. */
  private double habit(Organisation organisation, Chance chance) {
    Chance own = nation.chance("habit", organisation.code());
    double lasting = 0.5 * organisation.quality() + StrictMath.sqrt(0.75) * own.normal();
    return Normal.shareBelow(
        -HABIT * lasting + StrictMath.sqrt(1 - HABIT * HABIT) * chance.normal());
  }

  /** The share of the sector that publishes an edition by September: lower in the first years. */
  private static double published(Sector sector, Edition edition) {
    double more =
        switch (edition) {
          case E1819 -> -0.12;
          case E1920 -> -0.06;
          case E2021 -> -0.03;
          case E2122 -> 0;
          case E2223 -> 0.008;
          case E2324, E2425 -> 0.014;
        };
    return Math.min(0.995, sector.published() + more);
  }

  private static LocalDate publishedOn(
      Edition edition, boolean early, boolean soonAfter, boolean late, Chance chance) {
    if (early) {
      return chance.day(edition.opensOn(), edition.opensOn().plusDays(25));
    }
    if (soonAfter) {
      return chance.day(edition.deadline().plusDays(1), edition.settledOn());
    }
    if (late) {
      return chance.day(edition.settledOn().plusDays(6), edition.settledOn().plusDays(150));
    }
    return chance.happens(0.55)
        ? chance.day(edition.deadline().minusDays(45), edition.deadline())
        : chance.day(edition.opensOn().plusDays(30), edition.deadline());
  }

  private static Return made(Sector sector, Edition edition, LocalDate publishedOn, Chance chance) {
    double which = chance.share();
    if (which < sector.exceeded()) {
      return Return.of(edition, publishedOn, Outcome.EXCEEDED);
    }
    if (which >= sector.exceeded() + sector.approaching()) {
      return Return.of(edition, publishedOn, Outcome.MET);
    }
    boolean entryLevel = edition.compareTo(Edition.E2021) < 0;
    Outcome below = entryLevel ? Outcome.ENTRY_LEVEL : Outcome.APPROACHING;
    LocalDate metOn =
        chance.day(edition.settledOn().plusDays(20), edition.settledOn().plusDays(180));
    return chance.happens(IMPROVES) && publishedOn.isBefore(metOn)
        ? new Return(
            edition,
            publishedOn,
            List.of(new Version(publishedOn, below), new Version(metOn, Outcome.MET)))
        : Return.of(edition, publishedOn, below);
  }
}

package org.cyberreadiness.samples.inventory;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.cyberreadiness.samples.inventory.Device.Sighting;
import org.cyberreadiness.samples.inventory.Estate.Mapping;

/** What agents get wrong, at the same organisations for every seed. */
final class EstateStories {
  /** Its Windows devices are seen by one agent, all others by a second, on different days. */
  static final String TWO_AGENTS = "ZZT005";

  /** The clocks of three of its devices are wrong. */
  static final String WRONG_CLOCKS = "ZZT007";

  /** Nobody maps its group. */
  static final String NEVER_MAPPED = "ZZT011";

  /** Its group is mapped more than a year late. */
  static final String MAPPED_LATE = "ZZT013";

  /** Codes that begin so are in no list. */
  private static final String CODE_OF_NOBODY = "ZZQ";

  /** How many devices the organisation of a story has at least. */
  static final int AT_LEAST = 24;

  private static final Set<String> TOLD =
      Set.of(TWO_AGENTS, WRONG_CLOCKS, NEVER_MAPPED, MAPPED_LATE);

  private static final LocalDate LONG_BEFORE = LocalDate.of(1, 1, 1);
  private static final LocalDate LONG_AFTER = LocalDate.of(2035, 3, 17);

  private EstateStories() {}

  static boolean tellOf(String code) {
    return TOLD.contains(code);
  }

  static boolean hasTwoAgents(Estate estate) {
    return estate.organisation().code().equals(TWO_AGENTS);
  }

  static boolean isMappedLate(String code) {
    return code.equals(MAPPED_LATE);
  }

  static Optional<Mapping> mapping(String code) {
    return tellOf(code)
        ? Optional.of(code.equals(NEVER_MAPPED) ? Mapping.NOT_MAPPED : Mapping.BY_GROUP)
        : Optional.empty();
  }

  /** Every third device of the organisation with two agents is one that only the second knows. */
  static Optional<Release> release(String code, int number) {
    return code.equals(TWO_AGENTS) && number % 3 == 0
        ? Optional.of(Releases.MAC)
        : Optional.empty();
  }

  /** When a device was seen, by its own clock: far ahead, never set, two days ahead of its file. */
  static Sighting byItsClock(String code, int number, LocalDate day, Sighting seen) {
    if (!code.equals(WRONG_CLOCKS)) {
      return seen;
    }
    return switch (number) {
      case 0 -> new Sighting(seen.firstOn(), LONG_AFTER, seen.lastSecond());
      case 1 -> new Sighting(LONG_BEFORE, LONG_BEFORE, 0);
      case 2 -> new Sighting(seen.firstOn(), day.plusDays(2), seen.lastSecond());
      default -> seen;
    };
  }

  /** The tag of a device that carries the code of nobody. */
  static String tagOfNobody(int number) {
    return "ods:" + CODE_OF_NOBODY + "00" + (1 + number % 7);
  }
}

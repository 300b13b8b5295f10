package org.cyberreadiness.samples.nation;

import java.time.LocalDate;
import java.util.List;

/**
 * Who changed boards, the same for every seed: a trust and two practices moved to a board of
 * another region in 2023, and a sub-ICB was put under another board between two editions of the
 * look-up.
 */
final class Moves {
  private static final LocalDate JULY_2023 = LocalDate.of(2023, 7, 1);

  private static final List<Move> ALL =
      List.of(
          new Move("ZZT100", JULY_2023, "QZ03"),
          new Move("ZZG0005", JULY_2023, "QZ03"),
          new Move("ZZG0006", JULY_2023, "QZ40"),
          new Move("ZZS010", LocalDate.of(2023, 1, 1), "QZ11"));

  private Moves() {}

  /** The organisation as it was on a day: with the board it belonged to then. */
  static Organisation asOn(Organisation organisation, LocalDate day, List<Icb> icbs) {
    return ALL.stream()
        .filter(move -> move.code().equals(organisation.code()) && day.isBefore(move.on()))
        .findFirst()
        .map(move -> organisation.under(before(move, organisation, icbs)))
        .orElse(organisation);
  }

  /** The board named, or where that is the present one, a board of another region. */
  private static Icb before(Move move, Organisation organisation, List<Icb> icbs) {
    Icb named =
        icbs.stream().filter(icb -> icb.code().equals(move.from())).findFirst().orElseThrow();
    return named.region().equals(organisation.icb().region())
        ? icbs.stream()
            .filter(icb -> !icb.region().equals(organisation.icb().region()))
            .findFirst()
            .orElseThrow()
        : named;
  }

  private record Move(String code, LocalDate on, String from) {}
}

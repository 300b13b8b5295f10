package org.cyberreadiness.samples.toolkit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.chance.Normal;
import org.cyberreadiness.samples.chance.Shares;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.writing.Clock;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/**
 * The first returns in the shape of the Cyber Assessment Framework: early baselines of edition
 * 24/25, from some large organisations that try it out.
 */
public final class CafFiles {
  private static final LocalDate DELIVERED = LocalDate.of(2024, 9, 6);
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 8, 19);
  private static final Shares<String> ACHIEVEMENTS =
      Shares.upTo(0.25, "not achieved").then(0.6, "partially achieved").rest("achieved");
  private static final double TRIES_IT = 0.12;

  /** The 47 contributing outcomes: those of CAF 3.2 and objective E. */
  private static final List<String> OUTCOMES =
      List.of(
          "A1.a", "A1.b", "A1.c", "A2.a", "A2.b", "A3.a", "A4.a", "B1.a", "B1.b", "B2.a", "B2.b",
          "B2.c", "B2.d", "B3.a", "B3.b", "B3.c", "B3.d", "B3.e", "B4.a", "B4.b", "B4.c", "B4.d",
          "B5.a", "B5.b", "B5.c", "B6.a", "B6.b", "C1.a", "C1.b", "C1.c", "C1.d", "C1.e", "C2.a",
          "C2.b", "D1.a", "D1.b", "D1.c", "D2.a", "D2.b", "E1.a", "E2.a", "E2.b", "E2.c", "E3.a",
          "E3.b", "E4.a", "E4.b");

  private final Nation nation;

  public CafFiles(Nation nation) {
    this.nation = nation;
  }

  public List<Delivery> deliveries() {
    return List.of(new Delivery("caf/" + DELIVERED + "/caf-24-25.csv", this::write));
  }

  private void write(Text text) throws IOException {
    text.row("ods_code", "edition", "submitted_at", "submission", "outcome_id", "achievement");
    for (Organisation organisation : nation.organisations(Assertions::answersFramework).toList()) {
      Chance chance = nation.chance("caf", organisation.code());
      if (!organisation.isOpenOn(DELIVERED) || !chance.happens(TRIES_IT)) {
        continue;
      }
      LocalDate day = chance.day(FIRST_DAY, DELIVERED.minusDays(1));
      String submittedAt = Clock.at(day, 9 * 3600 + chance.below(8 * 3600));
      for (String outcome : OUTCOMES) {
        double mark = Normal.shareBelow(0.5 * organisation.quality() + chance.normal());
        text.row(
            organisation.code(),
            Edition.E2425.label(),
            submittedAt,
            "baseline",
            outcome,
            ACHIEVEMENTS.at(mark));
      }
    }
  }
}

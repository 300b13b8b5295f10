package org.cyberreadiness.samples.companion;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.chance.Normal;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.toolkit.Edition;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/** How many of their staff organisations trained, a return an edition. */
public final class TrainingFiles {
  private final Nation nation;

  public TrainingFiles(Nation nation) {
    this.nation = nation;
  }

  public List<Delivery> deliveries() {
    return Stream.of(Edition.values())
        .filter(edition -> edition != Edition.E2425)
        .map(
            edition ->
                new Delivery(
                    "training/" + edition.deadline().plusDays(15) + "/training.csv",
                    text -> write(text, edition.deadline())))
        .toList();
  }

  private void write(Text text, LocalDate periodEnd) throws IOException {
    text.row("ods_code", "period_end", "staff", "staff_trained_12m");
    for (Organisation organisation : nation.organisations(TrainingFiles::trains).toList()) {
      Chance size = nation.chance("staff", organisation.code());
      int staff = staff(organisation.kind(), size);
      Chance chance = nation.chance("training-" + periodEnd, organisation.code());
      if (organisation.isOpenOn(periodEnd) && chance.happens(0.93)) {
        double mark = 0.5 * organisation.quality() + 0.85 * chance.normal();
        double untrained = 0.003 + 0.13 * StrictMath.pow(1 - Normal.shareBelow(mark), 2.2);
        text.row(organisation.code(), periodEnd, staff, (int) Math.round(staff * (1 - untrained)));
      }
    }
  }

  private static int staff(Kind kind, Chance chance) {
    double typical = kind.isTrust() ? 5200 : kind == Kind.GP_PRACTICE ? 22 : 480;
    return Math.max(4, (int) (typical * StrictMath.exp(0.5 * chance.normal())));
  }

  private static boolean trains(Kind kind) {
    return kind.isEnglishTrust()
        || kind == Kind.ICB
        || kind == Kind.CSU
        || kind == Kind.GP_PRACTICE
        || kind == Kind.LOCAL_AUTHORITY;
  }
}

package org.cyberreadiness.samples.toolkit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.chance.Normal;
import org.cyberreadiness.samples.chance.Shares;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.writing.Clock;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/**
 * The ten data security requirements of 2017/18: trusts assured NHS Improvement, commissioners
 * assured NHS England. The first asks for a senior executive: by role and day, never by name.
 */
public final class DsprFiles {
  private static final LocalDate DUE = LocalDate.of(2018, 3, 31);
  private static final Shares<String> IMPLEMENTATIONS =
      Shares.upTo(0.01, "not implemented")
          .then(0.04, "partially implemented")
          .rest("fully implemented");
  private static final int REQUIREMENTS = 10;
  private static final List<String> ROLES =
      List.of(
          "Senior Information Risk Owner",
          "Chief Information Officer",
          "Director of Finance",
          "Chief Operating Officer",
          "Medical Director");

  private final Nation nation;

  public DsprFiles(Nation nation) {
    this.nation = nation;
  }

  public List<Delivery> deliveries() {
    return List.of(new Delivery("dspr/2018-05-11/dspr-2017-18.csv", this::write));
  }

  private void write(Text text) throws IOException {
    text.row(
        "ods_code",
        "year",
        "assured_to",
        "submitted_at",
        "requirement",
        "implementation",
        "executive_role",
        "appointed_on");
    for (Organisation organisation : nation.organisations(DsprFiles::assures).toList()) {
      Chance chance = nation.chance("dspr", organisation.code());
      if (!organisation.isOpenOn(DUE) || chance.happens(0.02)) {
        continue;
      }
      boolean wrongBody = chance.happens(0.01);
      boolean improvement = organisation.kind().isEnglishTrust() != wrongBody;
      String submittedAt = Clock.at(DUE.minusDays(chance.below(25)), 32_400 + chance.below(28_800));
      for (int requirement = 1; requirement <= REQUIREMENTS; requirement++) {
        String implementation = implementation(organisation, chance);
        boolean named = requirement == 1 && !implementation.startsWith("not");
        text.row(
            organisation.code(),
            "2017/18",
            improvement ? "NHS Improvement" : "NHS England",
            submittedAt,
            requirement,
            implementation,
            named ? chance.pick(ROLES) : "",
            named && chance.happens(0.95)
                ? chance.day(LocalDate.of(2014, 1, 1), DUE.minusDays(30))
                : "");
      }
    }
  }

  private static String implementation(Organisation organisation, Chance chance) {
    double mark = Normal.shareBelow(0.5 * organisation.quality() + chance.normal());
    return IMPLEMENTATIONS.at(mark);
  }

  private static boolean assures(Kind kind) {
    return kind.isEnglishTrust() || kind == Kind.SUB_ICB || kind == Kind.CSU;
  }
}

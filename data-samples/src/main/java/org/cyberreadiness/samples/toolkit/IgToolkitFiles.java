package org.cyberreadiness.samples.toolkit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.chance.Normal;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.writing.Clock;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/**
 * The toolkit's forerunner, four years of it. Each requirement has a level from 0 to 3, and level 2
 * on every one is satisfactory. In its last year the baseline of July and the update of October are
 * kept too.
 */
public final class IgToolkitFiles {
  private static final List<Year> YEARS =
      List.of(
          new Year("12", 2015), new Year("13", 2016), new Year("14", 2017), new Year("14.1", 2018));

  private static final List<Integer> TRUST =
      List.of(
          101, 105, 110, 111, 112, 200, 201, 202, 203, 205, 206, 207, 209, 210, 300, 301, 302, 303,
          304, 305, 307, 308, 309, 310, 311, 313, 314, 323, 324, 400, 401, 402, 404, 406, 501, 502,
          504, 505, 506, 507, 508, 510, 601, 603, 604);

  private static final List<Integer> COMMISSIONER =
      List.of(
          101, 105, 110, 111, 112, 200, 201, 202, 203, 205, 206, 300, 301, 302, 303, 305, 307, 308,
          309, 310, 311, 313, 314, 323, 324, 400, 603, 604);

  private static final List<Integer> PRACTICE =
      List.of(114, 115, 116, 117, 211, 212, 213, 304, 316, 317, 318, 319, 320);

  private static final double UNSATISFACTORY = 0.10;
  private static final double PULL = 0.5;

  private final Nation nation;

  public IgToolkitFiles(Nation nation) {
    this.nation = nation;
  }

  public List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    for (Year year : YEARS) {
      LocalDate end = LocalDate.of(year.endsIn(), 3, 31);
      deliveries.add(delivery(year, "final", end));
      if (year.equals(YEARS.getLast())) {
        deliveries.add(delivery(year, "baseline", LocalDate.of(year.endsIn() - 1, 7, 31)));
        deliveries.add(delivery(year, "update", LocalDate.of(year.endsIn() - 1, 10, 31)));
      }
    }
    return deliveries;
  }

  private Delivery delivery(Year year, String submission, LocalDate due) {
    LocalDate day = due.plusDays(7);
    return new Delivery(
        "ig-toolkit/" + day + "/ig-toolkit-" + year.version() + "-" + submission + ".csv",
        text -> write(text, year, submission, due));
  }

  private void write(Text text, Year year, String submission, LocalDate due) throws IOException {
    text.row("ods_code", "version", "submission", "submitted_at", "requirement", "level");
    boolean isFinal = submission.equals("final");
    for (Organisation organisation :
        nation
            .organisations(kind -> isFinal ? answers(kind) : kind.isEnglishTrust())
            .filter(one -> one.isOpenOn(due))
            .toList()) {
      Chance chance = nation.chance("ig-" + year.version() + submission, organisation.code());
      int open = unsatisfactory(organisation, year, submission);
      List<Integer> requirements = requirements(organisation.kind());
      String submittedAt = Clock.at(due.minusDays(chance.below(30)), 32_400 + chance.below(28_800));
      int failing = chance.below(requirements.size());
      for (int i = 0; i < requirements.size(); i++) {
        int distance = Math.floorMod(i - failing, requirements.size());
        int level = distance < open ? chance.below(2) : chance.happens(0.25) ? 3 : 2;
        text.row(
            organisation.code(),
            year.version(),
            submission,
            submittedAt,
            requirements.get(i),
            level);
      }
    }
  }

  /** How many requirements are below level 2; none for most. */
  private int unsatisfactory(Organisation organisation, Year year, String submission) {
    Chance lasting = nation.chance("ig", organisation.code());
    Chance chance = nation.chance("ig-year-" + year.version(), organisation.code());
    double own =
        PULL * organisation.quality()
            + 0.5 * lasting.normal()
            + StrictMath.sqrt(0.75 - PULL * PULL) * chance.normal();
    boolean poor = Normal.shareBelow(own) < UNSATISFACTORY;
    int open = poor ? chance.between(1, 5) : 0;
    return switch (submission) {
      case "baseline" -> open + chance.between(2, 12);
      case "update" -> open + chance.between(0, 6);
      default -> open;
    };
  }

  private static boolean answers(Kind kind) {
    return Assertions.areAskedOf(kind) || kind == Kind.SUB_ICB;
  }

  private static List<Integer> requirements(Kind kind) {
    return kind.isEnglishTrust() ? TRUST : kind == Kind.GP_PRACTICE ? PRACTICE : COMMISSIONER;
  }

  private record Year(String version, int endsIn) {}
}

package org.cyberreadiness.samples.nation;

import java.time.LocalDate;
import java.util.List;
import org.cyberreadiness.samples.nation.Succession.Reason;

/**
 * What becomes of organisations. The stories are the same for every seed, so that a reader can look
 * for them:
 *
 * <ol>
 *   <li>ZZT213 and ZZT214 join the existing ZZT015 in 2020;
 *   <li>ZZT215 and ZZT216 become the new ZZT030 in 2021;
 *   <li>ZZT217 becomes ZZT218 in 2020, which with ZZT219 becomes ZZT045 in 2022: a chain that fails
 *       all the way;
 *   <li>ZZT220, always below, is split between the existing ZZT060 and ZZT061 in 2021;
 *   <li>ZZT221, always below, is taken over by the existing and good ZZT075 in 2023;
 *   <li>ZZT222, always below, is split into the new ZZT110 and ZZT111 in 2022;
 *   <li>the care trust ZZC06 becomes the trust ZZT090 in 2022;
 *   <li>two sub-ICBs become one in 2021, another changes its code in 2022;
 *   <li>every seventieth practice has taken over from another that closed.
 * </ol>
 */
final class Mergers {
  private static final double POOR = -1.6;
  private static final double GOOD = 1.6;
  private static final LocalDate APRIL_2020 = LocalDate.of(2020, 4, 1);
  private static final LocalDate OCTOBER_2020 = LocalDate.of(2020, 10, 1);
  private static final LocalDate APRIL_2021 = LocalDate.of(2021, 4, 1);
  private static final LocalDate OCTOBER_2021 = LocalDate.of(2021, 10, 1);
  private static final LocalDate APRIL_2022 = LocalDate.of(2022, 4, 1);
  private static final LocalDate JULY_2022 = LocalDate.of(2022, 7, 1);
  private static final LocalDate OCTOBER_2022 = LocalDate.of(2022, 10, 1);
  private static final LocalDate APRIL_2023 = LocalDate.of(2023, 4, 1);

  private final Register register;

  Mergers(Register register) {
    this.register = register;
  }

  void mergeTrusts() {
    register.opens("ZZT030", APRIL_2021);
    register.opens("ZZT045", APRIL_2022);
    register.opens("ZZT090", OCTOBER_2022);
    List.of("ZZT110", "ZZT111").forEach(code -> register.opens(code, OCTOBER_2022));

    closedTrust("ZZT217", "Sable Bridge Hospital Example NHS Trust", "ZZT045", OCTOBER_2020);
    closedTrust("ZZT218", "Sable Bridge Hospitals Example NHS Trust", "ZZT045", APRIL_2022);
    register.opens("ZZT218", OCTOBER_2020);
    goesTo("ZZT217", "ZZT218", OCTOBER_2020);
    goesTo("ZZT218", "ZZT045", APRIL_2022);

    joins("ZZT213", "Pebble Sands Example NHS Trust", "ZZT015", APRIL_2020);
    joins("ZZT214", "Lantern Heath Example NHS Foundation Trust", "ZZT015", APRIL_2020);
    joins("ZZT215", "Russet Hill Hospitals Example NHS Trust", "ZZT030", APRIL_2021);
    joins("ZZT216", "Russet Vale Hospitals Example NHS Trust", "ZZT030", APRIL_2021);
    joins("ZZT219", "Sable Cross Community Example NHS Trust", "ZZT045", APRIL_2022);
    joins("ZZT220", "Three Rivers Hospitals Example NHS Trust", "ZZT060", OCTOBER_2021);
    goesTo("ZZT220", "ZZT061", OCTOBER_2021);
    joins("ZZT221", "Ember Fields Example NHS Foundation Trust", "ZZT075", APRIL_2023);
    joins("ZZT222", "Two Moors Hospitals Example NHS Trust", "ZZT110", OCTOBER_2022);
    goesTo("ZZT222", "ZZT111", OCTOBER_2022);
    closedTrust("ZZC06", "Quill and District Care Example NHS Trust", "ZZT090", OCTOBER_2022);
    register.succeeds("ZZT090", "ZZC06", Reason.TYPE_CHANGE, OCTOBER_2022);

    List.of("ZZT217", "ZZT218", "ZZT045", "ZZT220", "ZZT221", "ZZT222", "ZZT110", "ZZT111")
        .forEach(code -> register.hasQuality(code, POOR));
    register.hasQuality("ZZT075", GOOD);
  }

  void mergeSubIcbs() {
    register.opens("ZZS001", APRIL_2021);
    register.opens("ZZS002", JULY_2022);
    closedSubIcb("ZZS901", "ZZS001", Reason.RECONFIGURATION, APRIL_2021);
    closedSubIcb("ZZS902", "ZZS001", Reason.RECONFIGURATION, APRIL_2021);
    closedSubIcb("ZZS903", "ZZS002", Reason.CODE_CHANGE, JULY_2022);
  }

  void mergePractices() {
    List<Organisation> open = register.open(Kind.GP_PRACTICE).toList();
    for (int i = 35; i + 1 < open.size(); i += 70) {
      LocalDate on = LocalDate.of(2019 + i / 70 % 5, 10, 1);
      Organisation closing = open.get(i);
      if (closing.life().openedOn().isBefore(on)) {
        register.closes(closing.code(), on);
        goesTo(closing.code(), open.get(i + 1).code(), on);
      }
    }
  }

  private void joins(String code, String name, String successor, LocalDate on) {
    closedTrust(code, name, successor, on);
    goesTo(code, successor, on);
  }

  private void closedTrust(String code, String name, String near, LocalDate on) {
    Kind kind = code.startsWith("ZZC") ? Kind.CARE_TRUST : Kind.TRUST;
    register.addClosed(code, kind, name, register.find(near), on);
  }

  private void closedSubIcb(String code, String successor, Reason reason, LocalDate on) {
    Organisation near = register.find(successor);
    String name = near.icb().shortName() + " - " + code;
    register.addClosed(code, Kind.SUB_ICB, name, near, on);
    register.succeeds(successor, code, reason, on);
  }

  private void goesTo(String from, String to, LocalDate on) {
    register.succeeds(to, from, Reason.RECONFIGURATION, on);
  }
}

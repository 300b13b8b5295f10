package org.cyberreadiness.samples.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.samples.nation.Organisation.Life;
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
 *   <li>ZZT220 is split between ZZT060 and ZZT061 in 2021;
 *   <li>ZZT221 joins ZZT075 in 2023;
 *   <li>the care trust ZZC06 becomes the trust ZZT090 in 2022;
 *   <li>two sub-ICBs become one in 2021, another changes its code in 2022;
 *   <li>every seventieth practice has taken over from another that closed.
 * </ol>
 */
final class Mergers {
  private static final double POOR = -1.6;

  private final List<Organisation> organisations;
  private final List<Succession> successions = new ArrayList<>();

  Mergers(List<Organisation> organisations) {
    this.organisations = organisations;
  }

  List<Succession> successions() {
    return successions;
  }

  void mergeTrusts() {
    LocalDate april2020 = LocalDate.of(2020, 4, 1);
    closedTrust("ZZT213", "Pebble Sands Example NHS Trust", "ZZT015", april2020);
    closedTrust("ZZT214", "Lantern Heath Example NHS Foundation Trust", "ZZT015", april2020);

    LocalDate april2021 = LocalDate.of(2021, 4, 1);
    closedTrust("ZZT215", "Russet Hill Hospitals Example NHS Trust", "ZZT030", april2021);
    closedTrust("ZZT216", "Russet Vale Hospitals Example NHS Trust", "ZZT030", april2021);
    opensOn("ZZT030", april2021);

    LocalDate october2020 = LocalDate.of(2020, 10, 1);
    LocalDate april2022 = LocalDate.of(2022, 4, 1);
    closedTrust("ZZT217", "Sable Bridge Hospital Example NHS Trust", "ZZT045", april2022);
    closes("ZZT217", october2020);
    closedTrust("ZZT218", "Sable Bridge Hospitals Example NHS Trust", "ZZT045", april2022);
    opensOn("ZZT218", october2020);
    closedTrust("ZZT219", "Sable Cross Community Example NHS Trust", "ZZT045", april2022);
    opensOn("ZZT045", april2022);
    successions.removeIf(link -> link.predecessor().equals("ZZT217"));
    successions.addFirst(link("ZZT217", "ZZT218", Reason.RECONFIGURATION, october2020));
    List.of("ZZT217", "ZZT218", "ZZT045").forEach(code -> hasQuality(code, POOR));

    LocalDate october2021 = LocalDate.of(2021, 10, 1);
    closedTrust("ZZT220", "Three Rivers Hospitals Example NHS Trust", "ZZT060", october2021);
    successions.add(link("ZZT220", "ZZT061", Reason.RECONFIGURATION, october2021));
    hasQuality("ZZT220", POOR);

    closedTrust(
        "ZZT221", "Ember Fields Example NHS Foundation Trust", "ZZT075", LocalDate.of(2023, 4, 1));

    LocalDate october2022 = LocalDate.of(2022, 10, 1);
    closedTrust("ZZC06", "Quill and District Care Example NHS Trust", "ZZT090", october2022);
    successions.removeLast();
    successions.add(link("ZZC06", "ZZT090", Reason.TYPE_CHANGE, october2022));
    opensOn("ZZT090", october2022);

    Organisation first = find("ZZS001");
    for (String code : List.of("ZZS901", "ZZS902")) {
      closed(code, Kind.SUB_ICB, first.icb().shortName() + " - " + code, first, april2021);
      successions.add(link(code, "ZZS001", Reason.RECONFIGURATION, april2021));
    }
    opensOn("ZZS001", april2021);
    LocalDate july2022 = LocalDate.of(2022, 7, 1);
    Organisation second = find("ZZS002");
    closed("ZZS903", Kind.SUB_ICB, second.icb().shortName() + " - ZZS903", second, july2022);
    successions.add(link("ZZS903", "ZZS002", Reason.CODE_CHANGE, july2022));
    opensOn("ZZS002", july2022);
  }

  void mergePractices() {
    List<Organisation> open =
        organisations.stream()
            .filter(organisation -> organisation.kind() == Kind.GP_PRACTICE)
            .filter(organisation -> organisation.life().closedOn() == null)
            .toList();
    for (int i = 35; i + 1 < open.size(); i += 70) {
      LocalDate on = LocalDate.of(2019 + i / 70 % 5, 10, 1);
      Organisation closing = open.get(i);
      if (closing.life().openedOn().isBefore(on)) {
        closes(closing.code(), on);
        successions.add(link(closing.code(), open.get(i + 1).code(), Reason.RECONFIGURATION, on));
      }
    }
  }

  private void closedTrust(String code, String name, String successor, LocalDate on) {
    Kind kind = code.startsWith("ZZC") ? Kind.CARE_TRUST : Kind.TRUST;
    closed(code, kind, name, find(successor), on);
    successions.add(link(code, successor, Reason.RECONFIGURATION, on));
  }

  private void closed(String code, Kind kind, String name, Organisation near, LocalDate on) {
    organisations.add(
        new Organisation(
            code,
            kind,
            name,
            near.place(),
            near.icb(),
            "",
            near.parent(),
            near.quality() / 2,
            new Life(LocalDate.of(2013, 4, 1), on)));
  }

  private void closes(String code, LocalDate on) {
    Organisation old = find(code);
    replace(old, old.quality(), new Life(old.life().openedOn(), on));
  }

  private void opensOn(String code, LocalDate on) {
    Organisation old = find(code);
    replace(old, old.quality(), new Life(on, old.life().closedOn()));
  }

  private void hasQuality(String code, double quality) {
    Organisation old = find(code);
    replace(old, quality, old.life());
  }

  private void replace(Organisation old, double quality, Life life) {
    organisations.set(
        organisations.indexOf(old),
        new Organisation(
            old.code(),
            old.kind(),
            old.name(),
            old.place(),
            old.icb(),
            old.commissioner(),
            old.parent(),
            quality,
            life));
  }

  private Organisation find(String code) {
    return organisations.stream()
        .filter(organisation -> organisation.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static Succession link(String from, String to, Reason reason, LocalDate on) {
    return new Succession(from, to, reason, on);
  }
}

package org.cyberreadiness.samples.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cyberreadiness.samples.nation.Organisation.Life;
import org.cyberreadiness.samples.nation.Succession.Reason;

/** The organisations while the nation is being settled, and who succeeds whom. */
final class Register {
  private static final LocalDate LONG_AGO = LocalDate.of(2013, 4, 1);

  private final List<Organisation> organisations = new ArrayList<>();
  private final List<Succession> successions = new ArrayList<>();

  List<Organisation> organisations() {
    return organisations;
  }

  List<Succession> successions() {
    return successions;
  }

  Stream<Organisation> open(Kind kind) {
    return organisations.stream()
        .filter(organisation -> organisation.kind() == kind)
        .filter(organisation -> organisation.life().closedOn() == null);
  }

  void add(Organisation organisation) {
    organisations.add(organisation);
  }

  /** Enters an organisation of the past, near the one that took over from it. */
  void addClosed(String code, Kind kind, String name, Organisation near, LocalDate closedOn) {
    add(
        new Organisation(
            code,
            kind,
            name,
            near.place(),
            near.icb(),
            "",
            near.parent(),
            near.quality() / 2,
            new Life(LONG_AGO, closedOn)));
  }

  void closes(String code, LocalDate on) {
    replace(find(code).living(new Life(find(code).life().openedOn(), on)));
  }

  void opens(String code, LocalDate on) {
    replace(find(code).living(new Life(on, find(code).life().closedOn())));
  }

  void hasQuality(String code, double quality) {
    replace(find(code).withQuality(quality));
  }

  void succeeds(String successor, String predecessor, Reason reason, LocalDate on) {
    successions.add(new Succession(predecessor, successor, reason, on));
  }

  Organisation find(String code) {
    return organisations.get(placeOf(code));
  }

  private void replace(Organisation organisation) {
    organisations.set(placeOf(organisation.code()), organisation);
  }

  private int placeOf(String code) {
    for (int i = 0; i < organisations.size(); i++) {
      if (organisations.get(i).code().equals(code)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No organisation has the code " + code);
  }
}

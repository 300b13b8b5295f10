package org.cyberreadiness.samples.companion;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/** Two registers: who has academy places, and what is connected to whom. */
public final class RegisterFiles {
  private static final LocalDate REGISTERED = LocalDate.of(2024, 9, 2);

  private static final List<Service> SERVICES =
      List.of(
          new Service("SOC", LocalDate.of(2018, 1, 1), 0.75),
          new Service("Secure Boundary", LocalDate.of(2019, 6, 1), 0.5),
          new Service("Enterprise Threat Detection", LocalDate.of(2018, 9, 1), 0.85));

  private final Nation nation;

  public RegisterFiles(Nation nation) {
    this.nation = nation;
  }

  public List<Delivery> deliveries() {
    return List.of(
        new Delivery("academy/" + REGISTERED + "/academy.csv", this::writeAcademy),
        new Delivery("monitoring/" + REGISTERED + "/monitoring.csv", this::writeMonitoring));
  }

  private void writeAcademy(Text text) throws IOException {
    text.byteOrderMark(); // and behind it, as some spreadsheets have it, quotes
    text.quotedRow("ods_code", "cohort", "started_on", "completed_on");
    for (Organisation organisation : nation.organisations(RegisterFiles::sendsLeaders).toList()) {
      Chance chance = nation.chance("academy", organisation.code());
      for (int cohort = 1; cohort <= 6; cohort++) {
        LocalDate startedOn = LocalDate.of(2018, 9, 3).plusMonths(11L * (cohort - 1));
        if (chance.happens(0.18) && organisation.isOpenOn(startedOn)) {
          boolean completed = chance.happens(0.85);
          text.row(
              organisation.code(),
              "cohort " + cohort,
              startedOn,
              completed ? startedOn.plusDays(chance.between(320, 380)) : "");
        }
      }
    }
  }

  private void writeMonitoring(Text text) throws IOException {
    text.row("ods_code", "service", "connected_on", "ended_on");
    for (Organisation organisation : nation.organisations(RegisterFiles::sendsLeaders).toList()) {
      Chance chance = nation.chance("monitoring", organisation.code());
      for (Service service : SERVICES) {
        LocalDate connectedOn = chance.day(service.from(), REGISTERED.minusDays(200));
        boolean ends = chance.happens(0.04);
        LocalDate endedOn = connectedOn.plusDays(chance.between(60, 190));
        if (chance.happens(service.share()) && organisation.isOpenOn(connectedOn)) {
          text.row(organisation.code(), service.name(), connectedOn, ends ? endedOn : "");
        }
      }
    }
  }

  private static boolean sendsLeaders(Kind kind) {
    return kind.isEnglishTrust() || kind == Kind.ICB || kind == Kind.CSU;
  }

  private record Service(String name, LocalDate from, double share) {}
}

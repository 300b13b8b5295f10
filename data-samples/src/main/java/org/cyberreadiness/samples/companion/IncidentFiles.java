package org.cyberreadiness.samples.companion;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.writing.Clock;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/** Incidents since May 2018, a file a year; most are reported in time. */
public final class IncidentFiles {
  private static final LocalDate FIRST = LocalDate.of(2018, 5, 25);
  private static final LocalDate LAST = LocalDate.of(2024, 9, 1);

  private final Nation nation;

  public IncidentFiles(Nation nation) {
    this.nation = nation;
  }

  public List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    for (int year = FIRST.getYear(); year <= LAST.getYear(); year++) {
      int of = year;
      LocalDate day = LocalDate.of(year + 1, 1, 31);
      LocalDate delivered = day.isAfter(LAST) ? LAST.plusDays(5) : day;
      deliveries.add(
          new Delivery(
              "incidents/" + delivered + "/incidents-" + year + ".csv", text -> write(text, of)));
    }
    return deliveries;
  }

  private void write(Text text, int year) throws IOException {
    text.row(
        "incident_id",
        "ods_code",
        "discovered_at",
        "reported_at",
        "ico_reportable",
        "nis_reportable",
        "category");
    for (Organisation organisation : nation.organisations(IncidentFiles::reports).toList()) {
      Chance chance = nation.chance("incidents-" + year, organisation.code());
      double usual = organisation.kind().isTrust() ? 0.55 : 0.03;
      double rate = usual * StrictMath.exp(-0.3 * organisation.quality());
      for (int number = 1; chance.happens(Math.min(0.8, rate)); number++) {
        LocalDate day = chance.day(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        if (organisation.isOpenOn(day) && !day.isBefore(FIRST) && !day.isAfter(LAST)) {
          write(text, organisation, "IN-" + year + "-" + organisation.code() + "-" + number, day);
        }
      }
    }
  }

  private void write(Text text, Organisation organisation, String id, LocalDate day)
      throws IOException {
    Chance chance = nation.chance("incident", id);
    int second = chance.below(86_400);
    boolean late = chance.happens(0.12 - 0.04 * Math.clamp(organisation.quality(), -2, 2));
    int hours = late ? chance.between(73, 600) : chance.between(1, 70);
    long reported = day.toEpochDay() * 86_400 + second + hours * 3600L;
    boolean neverReported = chance.happens(0.02);
    boolean information = chance.happens(0.85);
    boolean network = organisation.kind().isTrust() && chance.happens(information ? 0.1 : 0.9);
    text.row(
        id,
        isWrittenSmall(id) ? organisation.code().toLowerCase(Locale.ROOT) : organisation.code(),
        Clock.at(day, second),
        neverReported
            ? ""
            : Clock.at(LocalDate.ofEpochDay(reported / 86_400), (int) (reported % 86_400)),
        information ? "Y" : "N",
        network ? "Y" : "N",
        network ? "availability" : chance.happens(0.85) ? "confidentiality" : "integrity");
  }

  private boolean isWrittenSmall(String id) {
    return nation.chance("incident-code", id).happens(0.03);
  }

  private static boolean reports(Kind kind) {
    return !kind.isWelsh() && kind != Kind.COST_CENTRE;
  }
}

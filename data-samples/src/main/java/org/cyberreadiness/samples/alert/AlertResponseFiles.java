package org.cyberreadiness.samples.alert;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cyberreadiness.samples.alert.Alert.Severity;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.chance.Normal;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.writing.Clock;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/**
 * What trusts, ICBs and support units answered to alerts. Most acknowledge one of high severity
 * within 48 hours, some late, a few never; one support unit answers for forty organisations at
 * once. The first alert of all took everybody by surprise. In 2023 the responder's code is written
 * in small letters.
 */
public final class AlertResponseFiles {
  private static final LocalDate LAST_DAY = LocalDate.of(2024, 9, 9);
  private static final int WRITTEN_SMALL = 2023;
  private static final int HOUR = 3600;
  private static final int SERVED = 40;
  private static final String SERVICE = "ZZU01";

  private final Nation nation;
  private final List<Alert> alerts;
  private final Alert first;
  private final List<Responder> responders = new ArrayList<>();

  public AlertResponseFiles(Nation nation) {
    this.nation = nation;
    this.alerts = Alerts.of(nation);
    this.first =
        alerts.stream().filter(one -> one.severity() == Severity.HIGH).findFirst().orElseThrow();
    int served = 0;
    for (Organisation organisation : nation.organisations(AlertResponseFiles::responds).toList()) {
      boolean willing = nation.chance("served", organisation.code()).happens(0.3);
      boolean isServed = willing && served < SERVED && organisation.kind() != Kind.CSU;
      served += isServed ? 1 : 0;
      responders.add(new Responder(organisation, isServed ? SERVICE : organisation.code()));
    }
  }

  public List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    int lastYear = LAST_DAY.getYear();
    for (int year = alerts.getFirst().publishedOn().getYear(); year <= lastYear; year++) {
      int delivered = year;
      LocalDate day = year == lastYear ? LAST_DAY : LocalDate.of(year + 1, 1, 31);
      deliveries.add(
          new Delivery(
              "alert-responses/" + day + "/alert-responses-" + year + ".csv",
              text -> write(text, delivered, day)));
    }
    return deliveries;
  }

  private void write(Text text, int year, LocalDate until) throws IOException {
    text.row("threat_id", "ods_code", "stage", "at", "responded_by");
    for (Alert alert : alerts) {
      Chance asked = nation.chance("asked", alert.threatId());
      boolean medium = alert.severity() == Severity.MEDIUM && asked.happens(0.05);
      if (alert.publishedOn().getYear() == year && (alert.severity() == Severity.HIGH || medium)) {
        for (Responder responder : responders) {
          if (responder.organisation().isOpenOn(alert.publishedOn())) {
            write(text, alert, responder, until);
          }
        }
      }
    }
  }

  private void write(Text text, Alert alert, Responder responder, LocalDate until)
      throws IOException {
    boolean served = responder.by().equals(SERVICE);
    Chance chance = nation.chance("response-" + alert.threatId(), responder.by());
    Organisation actor = nation.organisation(responder.by());
    double mark = 0.6 * actor.quality() + 0.8 * chance.normal() + (served ? 0.8 : 0);
    double standing = Normal.shareBelow(mark);
    if (standing < 0.03) {
      return;
    }
    int hours =
        alert.equals(first)
            ? hoursToTheFirst(chance)
            : chance.between(1, standing < 0.12 ? 160 : 44);
    long acknowledged = hours * (long) HOUR;
    Answer answer = new Answer(alert, responder, until);
    answer.write(text, "acknowledged", acknowledged);
    if (chance.happens(0.35)) {
      answer.write(text, "not_applicable", acknowledged + 6L * HOUR);
      answer.write(text, "closed", acknowledged + 7L * HOUR);
      return;
    }
    answer.write(text, "applicable", acknowledged + 12L * HOUR);
    if (standing < 0.08) {
      return;
    }
    long days = standing < 0.2 ? chance.between(12, 45) : chance.between(3, 11);
    answer.write(text, "remediated", acknowledged + days * 24 * HOUR);
    answer.write(text, "closed", acknowledged + (days * 24 + 5) * HOUR);
  }

  /** The first alert of all: 16 % had responded after four days, one in five not after eight. */
  private static int hoursToTheFirst(Chance chance) {
    double which = chance.share();
    return which < 0.16
        ? chance.between(5, 95)
        : which < 0.83 ? chance.between(97, 190) : chance.between(193, 500);
  }

  private static boolean responds(Kind kind) {
    return kind.isEnglishTrust() || kind == Kind.ICB || kind == Kind.CSU;
  }

  private record Responder(Organisation organisation, String by) {}

  private record Answer(Alert alert, Responder responder, LocalDate until) {
    void write(Text text, String stage, long secondsLater) throws IOException {
      long second = alert.publishedSecondOfTime() + secondsLater;
      LocalDate day = LocalDate.ofEpochDay(second / 86_400);
      if (!day.isAfter(until)) {
        text.row(
            alert.threatId(),
            responder.organisation().code(),
            stage,
            Clock.at(day, (int) (second % 86_400)),
            day.getYear() == WRITTEN_SMALL
                ? responder.by().toLowerCase(Locale.ROOT)
                : responder.by());
      }
    }
  }
}

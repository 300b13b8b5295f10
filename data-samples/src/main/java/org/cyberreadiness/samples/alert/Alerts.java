package org.cyberreadiness.samples.alert;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cyberreadiness.samples.alert.Alert.Severity;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.chance.Shares;
import org.cyberreadiness.samples.nation.Nation;

/** All alerts: about 200 a year, some 13 of them of high severity. */
final class Alerts {
  private static final int A_YEAR = 200;
  private static final Shares<Severity> SEVERITIES =
      Shares.upTo(0.065, Severity.HIGH)
          .then(0.5, Severity.MEDIUM)
          .then(0.9, Severity.LOW)
          .rest(Severity.INFORMATION_ONLY);
  private static final int LAST_YEAR = 2024;
  private static final LocalDate UNTIL = LocalDate.of(2024, 9, 8);

  private static final List<String> PRODUCTS =
      List.of(
          "Pelican Mail Gateway",
          "Otter File Transfer",
          "Heron VPN Concentrator",
          "Kestrel Browser",
          "Badger Backup Suite",
          "Wren Imaging Viewer",
          "Finch Hypervisor",
          "Thistle Web Framework",
          "Curlew Print Service",
          "Lapwing Directory Server",
          "Merlin Laboratory System",
          "Siskin Remote Desktop");

  private static final List<String> FLAWS =
      List.of(
          "Remote Code Execution Vulnerability in ",
          "Security Updates Released for ",
          "Privilege Escalation Vulnerability in ",
          "Authentication Bypass in ",
          "Exploitation Observed Against ",
          "Denial of Service Vulnerability in ");

  private static final List<String> TYPES =
      List.of("Vulnerability", "Security update", "Malware", "Phishing", "Exploit");

  private Alerts() {}

  /** In the order of publication. */
  static List<Alert> of(Nation nation) {
    List<Alert> alerts = new ArrayList<>();
    int firstYear = LAST_YEAR - nation.scale().alertYears() + 1;
    for (int year = firstYear; year <= LAST_YEAR; year++) {
      for (int number = 0; number < A_YEAR; number++) {
        alerts.add(alert(nation, year, number));
      }
    }
    return alerts.stream()
        .filter(alert -> !alert.publishedOn().isAfter(UNTIL))
        .sorted(
            Comparator.comparingLong(Alert::publishedSecondOfTime).thenComparing(Alert::threatId))
        .toList();
  }

  private static Alert alert(Nation nation, int year, int number) {
    String threatId = "CC-" + year + (1000 + number);
    Chance chance = nation.chance("alert", threatId);
    LocalDate day = chance.day(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    int second =
        chance.between(LocalTime.of(8, 0).toSecondOfDay(), LocalTime.of(18, 0).toSecondOfDay());
    Severity severity = SEVERITIES.at(chance.share());
    List<String> weaknesses =
        chance.happens(0.7)
            ? List.of("CVE-1900-" + (10_000 + year % 100 * 1000 + number))
            : List.of();
    return new Alert(
        threatId,
        day,
        second,
        chance.pick(TYPES),
        severity,
        weaknesses,
        chance.pick(FLAWS) + chance.pick(PRODUCTS));
  }
}

package org.cyberreadiness.batch.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A small history in which everything is said late, said again and contradicted: inventories of two
 * agents, device groups, catalogue, cover, builds, estimates, alerts and answers, incidents,
 * scopes, inspections and organisations, of the year 2022.
 */
final class RandomHistory {
  private static final LocalDate FIRST = LocalDate.parse("2022-01-01");
  private static final List<String> CODES = List.of("ZZT01", "ZZT02", "ZZC01", "ZZN01");

  private final Path folder;
  private final Random random;

  private RandomHistory(Path folder, Random random) {
    this.folder = folder;
    this.random = random;
  }

  /** Writes the views of one history as CSV files. */
  static void write(Path folder, Random random) throws IOException {
    new RandomHistory(folder, random).write();
  }

  private void write() throws IOException {
    inventories();
    statements();
    alerts();
    incidents();
    organisations();
  }

  private void inventories() throws IOException {
    rows(
        "landed_agents_mde",
        "device_id,as_at,last_seen,os_platform,version,os_build,edition_tag,onboarding,health,"
            + "ods_tag,rbac_group",
        120,
        () -> {
          LocalDate day = FIRST.plusDays(random.nextInt(26) * 14L);
          return join(
              "d" + random.nextInt(9),
              day,
              day.minusDays(random.nextInt(40)) + "T08:00:00Z",
              any("Windows10", "Windows7", "WindowsServer2016", "Linux"),
              any("21H2", "1809", ""),
              any("19044.100", "19044.2000", "17763.5", ""),
              any("", "", "LTSC"),
              "Onboarded",
              any("Active", "Active", "Inactive"),
              any("", "ZZT01", "ZZN01"),
              any("North", "South", ""));
        });
    rows(
        "landed_agents_osquery",
        "device_id,as_at,last_seen,platform,os_version,team,status",
        40,
        () -> {
          LocalDate day = FIRST.plusDays(5 + random.nextInt(12) * 30L);
          return join(
              "o" + random.nextInt(5),
              day,
              day + "T08:00:00Z",
              any("windows", "darwin"),
              any("Windows 10 Enterprise 21H2", "Windows 7 Professional", "macOS 12"),
              any("7", "8"),
              "online");
        });
    rows(
        "landed_agent_tenants",
        "rbac_group,ods_code,as_at",
        8,
        () -> join(any("North", "South", "7"), any("ZZT01", "ZZT02", "ZZC01"), day()));
    rows(
        "landed_expected_devices",
        "ods_code,devices,estimated_on",
        8,
        () -> join(code(), 1 + random.nextInt(6), day()));
  }

  private void statements() throws IOException {
    rows(
        "landed_support_catalogue",
        "product,cycle,ends_on,end_stated,as_at",
        25,
        () -> {
          String end = any("2021-05-11", "2022-05-11", "2022-08-31", "2029-01-09");
          String cycle =
              any("10-21h2-e", "10-21H2", "10-1809-e", "10-1809-e-lts", "10-1809-lts", "7-sp1");
          return random.nextInt(5) == 0
              ? join("windows-server", "2016", end, end, day())
              : join("windows", cycle, end, end, day());
        });
    rows(
        "landed_support_cover",
        "ods_code,product,agreement,covered_from,covered_to,as_at",
        12,
        () ->
            join(
                code(),
                any("Windows 7", "Windows 10"),
                any("Custom Support Agreement", "Own contract"),
                any("2022-01-01", "2022-06-01"),
                any("", "2022-07-31", "2022-10-31"),
                day()));
    rows(
        "landed_os_builds",
        "os_platform,version,build,released_on,critical,as_at",
        20,
        () ->
            join(
                any("Windows10", "windows10", "WindowsServer2016"),
                any("21H2", "1809", ""),
                any("19044.150", "19044.1500", "17763.4", "17763.40"),
                any("2022-01-11", "2022-03-08", "2022-06-14"),
                any("true", "true", "false"),
                day()));
    rows(
        "landed_cyber_inspections",
        "inspection_id,ods_code,inspected_on,kind,selection,practice,finding,severity,published_on",
        30,
        () ->
            join(
                "I" + random.nextInt(4),
                code(),
                any("2022-03-01", "2022-03-02"),
                "unannounced",
                any("random", "targeted"),
                any("Patching", "Backups"),
                any("met", "not_met", "not_tested"),
                any("low", "high"),
                LocalDate.parse("2022-03-02").plusDays(random.nextInt(200))));
  }

  private void alerts() throws IOException {
    rows(
        "landed_alerts",
        "threat_id,published_at,severity,title,as_at",
        16,
        () -> {
          int alert = random.nextInt(5);
          LocalDate published = FIRST.plusDays(alert * 60L + random.nextInt(2));
          return join(
              "CC-" + alert,
              published + "T12:00:00Z",
              any("high", "high", "medium", ""),
              "Alert",
              published.plusDays(1 + random.nextInt(90)));
        });
    rows(
        "landed_alert_responses",
        "threat_id,ods_code,stage,reached_at,responded_by",
        25,
        () -> {
          int alert = random.nextInt(5);
          return join(
              "CC-" + alert,
              code(),
              any("acknowledged", "remediated", "not_applicable", "closed"),
              FIRST.plusDays(alert * 60L + random.nextInt(20)) + "T13:00:00Z",
              "ZZS01");
        });
  }

  private void incidents() throws IOException {
    rows(
        "landed_incidents",
        "incident_id,ods_code,discovered_at,reported_at,ico_reportable,nis_reportable,as_at",
        30,
        () -> {
          int incident = random.nextInt(8);
          LocalDate discovered = FIRST.plusDays(incident * 40L);
          return join(
              "I" + incident,
              any("ZZT01", "ZZT02"),
              discovered + "T12:00:00Z",
              any("", discovered.plusDays(1 + random.nextInt(5)) + "T12:00:00Z"),
              any("true", "false"),
              any("true", "false"),
              discovered.plusDays(6 + random.nextInt(80)));
        });
    rows(
        "landed_nis_scope",
        "ods_code,in_scope_from,in_scope_to,as_at",
        8,
        () ->
            join(
                any("ZZT01", "ZZT02"),
                any("2018-05-10", "2022-04-01"),
                any("", "2022-07-31", "2022-05-31"),
                day()));
  }

  /** Versions of organisations and of their charge: not landed, so said with their whole past. */
  private void organisations() throws IOException {
    List<String> versions = new ArrayList<>();
    List<String> charges = new ArrayList<>();
    for (String code : CODES) {
      LocalDate changed = day();
      LocalDate closed = day();
      versions.add(join(code, "trust", "open", "", FIRST, changed));
      versions.add(join(code, any("trust", "icb"), "closed", closed, changed, ""));
      charges.add(join(code, closed.minusDays(1), "closed on " + closed, changed));
    }
    write("organisation_version", "ods_code,type,state,closed_on,known_from,known_to", versions);
    write("charge", "ods_code,last_end,last_reason,known_from", charges);
  }

  private void rows(String view, String header, int count, Supplier<String> row)
      throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row.get());
    }
    write(view, header, rows);
  }

  private void write(String view, String header, List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of(header));
    lines.addAll(rows);
    Files.write(folder.resolve(view + ".csv"), lines);
  }

  private LocalDate day() {
    return FIRST.plusDays(random.nextInt(350));
  }

  private String code() {
    return CODES.get(random.nextInt(CODES.size()));
  }

  private String any(String... values) {
    return values[random.nextInt(values.length)];
  }

  private static String join(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      texts.add(String.valueOf(cell));
    }
    return String.join(",", texts);
  }
}

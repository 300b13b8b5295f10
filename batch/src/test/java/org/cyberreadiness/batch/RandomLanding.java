package org.cyberreadiness.batch;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Landing files of a handful of made-up organisations with late facts of every kind: lists,
 * successions, returns, inventories, mappings, catalogues, cover, builds, alerts, answers,
 * incidents, scope, inspections, ratings, each said anew and otherwise on later days.
 */
final class RandomLanding {
  private static final DateTimeFormatter EXPORT =
      DateTimeFormatter.ofPattern("dd_MM_uuuu", Locale.ROOT);
  private static final DateTimeFormatter SLASHES =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
  private static final List<String> TRUSTS = List.of("ZZT01", "ZZT02", "ZZT03", "ZZT04", "ZZT05");
  private static final List<String> ALL =
      List.of("ZZT01", "ZZT02", "ZZT03", "ZZT04", "ZZT05", "ZZS01", "QZ1", "ZZG0001", "ZZ901");
  private static final LocalDate FIRST = LocalDate.parse("2021-11-01");

  private final Random random;
  private final Map<String, List<String>> files = new TreeMap<>();

  private RandomLanding(long seed) {
    random = new Random(seed);
  }

  /** The files of a seed, path to lines. */
  static Map<String, List<String>> of(long seed) {
    RandomLanding landing = new RandomLanding(seed);
    landing.lists();
    landing.returns();
    landing.inventories();
    landing.alerts();
    landing.companions();
    return landing.files;
  }

  /** Writes them. */
  static void land(Landed landed, Map<String, List<String>> files) throws IOException {
    for (var file : files.entrySet()) {
      landed.file(file.getKey(), file.getValue().toArray(String[]::new));
    }
  }

  private void add(String path, String... lines) {
    files.computeIfAbsent(path, p -> new ArrayList<>()).addAll(List.of(lines));
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** Some days of the year, in order; the first is the first. */
  private List<LocalDate> days(int count) {
    List<LocalDate> days = new ArrayList<>(List.of(FIRST));
    while (days.size() < count) {
      LocalDate day = FIRST.plusDays(random.nextInt(420));
      if (!days.contains(day)) {
        days.add(day);
      }
    }
    Collections.sort(days);
    return days;
  }

  private String ods(String code, String region, String board, String opened, String closed) {
    List<String> fields = new ArrayList<>(Collections.nCopies(27, ""));
    fields.set(0, code);
    fields.set(1, "EXAMPLE " + code + (chance(0.2) ? " RENAMED" : ""));
    fields.set(2, region);
    fields.set(3, board);
    fields.set(10, opened);
    fields.set(11, closed);
    fields.set(25, code.startsWith("ZZG") ? "4" : "");
    fields.set(12, code.startsWith("ZZG") ? "A" : "");
    return "\"" + String.join("\",\"", fields) + "\"";
  }

  private void lists() {
    for (LocalDate day : days(4)) {
      String name = "_" + day + ".csv";
      for (String trust : TRUSTS) {
        if (!trust.equals("ZZT05") || day.isAfter(FIRST)) {
          add(
              "ods/etr" + name,
              ods(
                  trust,
                  chance(0.1) ? "W00" : any(List.of("Y60", "Y61")),
                  any(List.of("QZ1", "QZ2")),
                  trust.equals("ZZT05") && chance(0.5) ? "20220301" : "20100401",
                  chance(0.12) ? "2022" + any(List.of("0401", "0630", "0701", "1001")) : ""));
        }
      }
      add("ods/eccg" + name, ods("ZZS01", "Y60", "QZ1", "20130401", ""));
      if (chance(0.6)) {
        add("ods/epraccur" + name, ods("ZZG0001", "Y61", "QZ2", "19900401", ""));
      }
    }
    for (LocalDate day : days(3)) {
      if (chance(0.7)) {
        add(
            "succession/succ_" + day + ".csv",
            "\"%s\",\"%s\",\"R\",\"%s\",\"1\""
                .formatted(
                    any(TRUSTS),
                    any(TRUSTS),
                    COMPACT.format(day.plusDays(random.nextInt(160) - 100L))));
      }
    }
  }

  private void returns() {
    for (LocalDate day : days(6)) {
      String path = "dspt/DSPT search results " + EXPORT.format(day) + " 09_00_00.csv";
      add(
          path,
          "Code,Organisation Name,Status,Date Of Publication,Primary Sector,Commissioner (From"
              + " ODS)");
      for (String code : ALL) {
        if (chance(0.85)) {
          String edition = any(List.of("20/21", "21/22", "21/22", "22/23"));
          String status =
              any(
                  List.of(
                      "Standards Met",
                      "Standards Met",
                      "Standards Not Met",
                      "Approaching Standards",
                      "Standards Exceeded"));
          boolean silent = chance(0.2);
          add(
              path,
              "%s,NAME %s,%s,%s,%s,"
                  .formatted(
                      code,
                      code,
                      silent ? "Not Published" : edition + " " + status,
                      silent ? "" : SLASHES.format(day.minusDays(random.nextInt(200))),
                      code.startsWith("ZZ9") ? "Social Care" : "NHS Trust"));
        }
      }
    }
    for (LocalDate day : days(3)) {
      for (String trust : TRUSTS) {
        String at = day.minusDays(random.nextInt(60)) + "T10:00:00Z";
        String path = "dspt-assertions/" + day + "/assertions.csv";
        if (!files.containsKey(path)) {
          add(path, "ods_code,edition,submitted_at,submission,assertion,mandatory,outcome");
        }
        add(
            path,
            "%s,21/22,%s,final,%s,Y,%s"
                .formatted(
                    trust,
                    at,
                    any(List.of("1.1", "3.2")),
                    any(List.of("confirmed", "not_confirmed", "not_applicable"))));
      }
      add(
          "training/" + day + "/training.csv",
          "ods_code,period_end,staff,staff_trained_12m",
          "%s,%s,100,%d"
              .formatted(
                  any(TRUSTS),
                  any(List.of("2022-03-31", "2022-06-30", "2021-12-31")),
                  85 + random.nextInt(15)));
    }
  }

  private static String machine(
      String id, LocalDate seen, String platform, String version, String build, String place) {
    return ("{'id':'%s','lastSeen':'%sT08:00:00Z','osPlatform':'%s','version':'%s','osBuild':'%s',"
            + "%s,'onboardingStatus':'Onboarded','healthStatus':'Active'}")
        .formatted(id, seen, platform, version, build, place)
        .replace('\'', '"');
  }

  private void inventories() {
    for (LocalDate day : days(7)) {
      for (int i = 0; i < 12; i++) {
        add(
            "agents-mde/" + day + "/machines.json",
            machine(
                "m" + random.nextInt(16),
                day.minusDays(random.nextInt(40)),
                any(List.of("Windows10", "Windows10", "Windows7", "WindowsServer2019")),
                any(List.of("1809", "21H2", "1909", "")),
                "19044",
                chance(0.4)
                    ? "'machineTags':['ods:" + any(TRUSTS) + "']"
                    : "'rbacGroupName':'" + any(List.of("One", "Two", "Three")) + "'"));
      }
    }
    for (LocalDate day : days(4)) {
      for (int i = 0; i < 4; i++) {
        add(
            "agents-osquery/" + day + "/hosts.json",
            ("{'hostname':'h','uuid':'o%d','platform':'%s','os_version':'%s','build':'19044.%d',"
                    + "'seen_time':'%sT08:00:00Z','team_id':7,'status':'online'}")
                .formatted(
                    random.nextInt(6),
                    any(List.of("windows", "darwin")),
                    any(List.of("Windows 10 Enterprise 21H2", "Windows 10 Enterprise 1909")),
                    1000 + random.nextInt(300),
                    day.minusDays(random.nextInt(40)))
                .replace('\'', '"'));
      }
    }
    for (LocalDate day : days(4)) {
      add("agent-tenants/" + day + "/tenants.csv", "rbac_group,ods_code");
      for (String group : List.of("One", "Two", "Three", "7")) {
        if (chance(0.6)) {
          add("agent-tenants/" + day + "/tenants.csv", group + "," + any(TRUSTS));
        }
      }
      add(
          "support-catalogue/" + day + "/windows.json",
          "[{\"cycle\":\"10-21h2-e\",\"eol\":\"%s\"},"
              .formatted(any(List.of("2022-06-13", "2024-06-11"))),
          " {\"cycle\":\"10-1809-e-lts\",\"eol\":\"2029-01-09\"},",
          " {\"cycle\":\"10-1809-e\",\"eol\":\"%s\"},"
              .formatted(any(List.of("2021-05-11", "2022-05-11"))),
          " {\"cycle\":\"7-sp1\",\"eol\":\"2020-01-14\"}]");
      add(
          "support-cover/" + day + "/cover.csv",
          "ods_code,product,agreement,covered_from,covered_to",
          "%s,Windows 7,%s,2021-12-01,%s"
              .formatted(
                  any(TRUSTS),
                  any(List.of("Custom Support Agreement", "Own extension")),
                  any(List.of("", "2022-05-31"))));
      add(
          "os-builds/" + day + "/builds.csv",
          "os_platform,version,build,released_on,critical",
          "Windows10,21H2,19044.%d,%s,%s"
              .formatted(
                  1000 + random.nextInt(3) * 100,
                  FIRST.plusDays(random.nextInt(3) * 60L),
                  any(List.of("Y", "N"))));
      add(
          "expected-devices/expected-" + day + ".csv",
          "ods_code,devices,as_at",
          "%s,%d,%s".formatted(any(TRUSTS), random.nextInt(8), day));
    }
  }

  private void alerts() {
    for (LocalDate day : days(3)) {
      for (int i = 1; i <= 3; i++) {
        long published = (1_640_000_000L + i * 6_000_000L) * 1000;
        if (FIRST.isBefore(day) || i == 1) {
          add(
              "alerts/" + day + "/alerts-" + i + ".json",
              ("{'threatId':'CC-9%d','publishedDate':%d,'threatType':'Vulnerability',%s"
                      + "'title':'Example'}")
                  .formatted(i, published, chance(0.6) ? "'severity':'High'," : "")
                  .replace('\'', '"'));
        }
      }
    }
    String path = "alert-responses/responses.csv";
    add(path, "threat_id,ods_code,stage,at,responded_by");
    for (int i = 0; i < 24; i++) {
      int alert = 1 + random.nextInt(3);
      long at = 1_640_000_000L + alert * 6_000_000L + random.nextInt(30 * 86_400);
      add(
          path,
          "CC-9%d,%s,%s,%s,ZZU01"
              .formatted(
                  alert,
                  any(ALL),
                  any(List.of("acknowledged", "remediated", "not_applicable", "closed")),
                  java.time.Instant.ofEpochSecond(at)));
    }
  }

  private void companions() {
    for (LocalDate day : days(4)) {
      String at = day.minusDays(random.nextInt(30)) + "T10:00:00Z";
      String reported = day.minusDays(random.nextInt(20)) + "T10:00:00Z";
      add(
          "incidents/" + day + "/incidents.csv",
          "incident_id,ods_code,discovered_at,reported_at,ico_reportable,nis_reportable,category",
          "IN-%d,%s,%s,%s,%s,Y,availability"
              .formatted(
                  random.nextInt(3),
                  any(TRUSTS),
                  at,
                  reported.compareTo(at) > 0 && chance(0.6) ? reported : "",
                  any(List.of("Y", "N"))));
      add(
          "nis-scope/" + day + "/nis.csv",
          "ods_code,in_scope_from,in_scope_to",
          "%s,2018-05-10,%s".formatted(any(TRUSTS), any(List.of("", "2022-02-01"))));
      add(
          "cyber-inspections/" + day + "/inspections.csv",
          "inspection_id,ods_code,inspected_on,kind,selection,practice,finding,severity,published_on",
          "CI-%d,ZZT0%d,2022-02-0%d,announced,random,supported-systems,not_met,%s,%s"
              .formatted(
                  random.nextInt(2),
                  1 + random.nextInt(2),
                  1 + random.nextInt(2),
                  any(List.of("low", "high")),
                  "2022-03-01"));
    }
  }
}

package org.cyberreadiness.batch.snapshot;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Many small made-up worlds in one snapshot: a few organisations each, with outcomes, late
 * corrections, mergers, splits, chains and even circles. Worlds share practices and cycles and
 * nothing else. The same seed gives the same.
 */
record RandomHistories(List<Organisation> organisations, List<Link> links, List<Outcome> outcomes) {
  static final List<Practice> PRACTICES =
      List.of(
          new Practice("toolkit", "edition", 2, 3, 12), new Practice("patching", "month", 3, 6, 1));
  static final LocalDate START = LocalDate.of(2018, 1, 1);
  private static final List<String> TYPES = List.of("trust", "trust", "gp_practice", "pharmacy");

  static RandomHistories of(long seed, int worlds) {
    var random = new Random(seed);
    var histories = new RandomHistories(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (var world = 0; world < worlds; world++) {
      histories.addWorld(random, world);
    }
    return histories;
  }

  private void addWorld(Random random, int world) {
    var codes = new ArrayList<String>();
    for (var i = 0; i < 2 + random.nextInt(5); i++) {
      codes.add("W%d%c".formatted(world, 'A' + i));
    }
    for (var code : codes) {
      var opened = random.nextInt(4) == 0 ? START.plusDays(random.nextInt(1500)) : null;
      var closed = random.nextInt(3) == 0 ? START.plusDays(300 + random.nextInt(1800)) : null;
      var state = closed == null && random.nextInt(15) == 0 ? "welsh" : "open";
      var closingKnown = closed == null ? null : closed.plusDays(random.nextInt(7) * 60L - 60);
      organisations.add(
          new Organisation(
              code, TYPES.get(random.nextInt(TYPES.size())), state, opened, closed, closingKnown));
    }
    for (var i = 0; i < random.nextInt(codes.size() + 1); i++) {
      var predecessor = codes.get(random.nextInt(codes.size()));
      var successor = codes.get(random.nextInt(codes.size()));
      var on = START.plusDays(30L * random.nextInt(60));
      var link =
          new Link(
              predecessor,
              successor,
              on,
              on.plusDays(Math.max(-40, 50L * random.nextInt(9) - 200)));
      if (links.stream().noneMatch(link::says)) {
        links.add(link);
      }
    }
    for (var code : codes) {
      for (var practice : PRACTICES) {
        var bent = random.nextDouble();
        // a code that is made late has nothing of its own before
        var first = random.nextInt(3) == 0 ? random.nextInt(practice.cycles() + 1) : 0;
        for (var cycle = first; cycle < practice.cycles(); cycle++) {
          addVersions(random, code, practice, cycle, bent);
        }
      }
    }
  }

  private void addVersions(
      Random random, String code, Practice practice, int cycle, double failing) {
    var end = practice.end(cycle);
    var from = end.plusDays(random.nextInt(8) * 20L - 40);
    var versions = random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(6) / 5;
    for (var version = 0; version < versions; version++) {
      var to = version + 1 < versions ? from.plusDays(1 + random.nextInt(400)) : null;
      var draw = random.nextInt(10);
      var outcome =
          draw == 0
              ? "not_assessed"
              : draw == 1 ? "not_applicable" : random.nextDouble() < failing ? "not_met" : "met";
      outcomes.add(new Outcome(code, practice.name(), cycle, end, outcome, from, to));
      if (to != null) {
        from = to;
      }
    }
  }

  void writeTo(SnapshotInMemory file) throws SQLException {
    for (var practice : PRACTICES) {
      file.execute(
          "insert into practice values ('%s', '', '', ['trust', 'gp_practice'], '%s', null, 'high', '', '', '', '', %d, %d, 1, 'not_assessed', 1, '')"
              .formatted(practice.name(), practice.kind(), practice.failed(), practice.of()));
    }
    file.execute(
        "create temp table cell (a varchar, b varchar, c varchar, d varchar, e varchar, f varchar, g varchar)");
    fill(
        file,
        "insert into organisation_version by name select a as ods_code, a as name, b as type, c as state,"
            + " d as opened_on, e as closed_on, f as known_from, g as known_to, true as listed_in_ods,"
            + " 'example' as source_file_id, 1 as line",
        organisations.stream().flatMap(o -> o.versions().stream()).toList());
    fill(
        file,
        "insert into succession by name select a as predecessor, b as successor, c as effective_on,"
            + " d as known_from, 'reconfiguration' as reason",
        links.stream().map(l -> row(l.predecessor(), l.successor(), l.on(), l.known())).toList());
    fill(
        file,
        "insert into practice_outcome by name select a as ods_code, b as practice, c as cycle, d as cycle_end,"
            + " e as outcome, false as is_late, f as known_from, g as known_to",
        outcomes.stream()
            .map(
                o -> row(o.code(), o.practice(), o.cycle(), o.end(), o.outcome(), o.from(), o.to()))
            .toList());
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    var row = new ArrayList<@Nullable Object>(List.of());
    for (var i = 0; i < 7; i++) {
      row.add(i < cells.length ? cells[i] : null);
    }
    return row;
  }

  private static void fill(SnapshotInMemory file, String insert, List<List<@Nullable Object>> rows)
      throws SQLException {
    file.execute("delete from cell");
    try (var appender = file.duckdb().createAppender("temp", "main", "cell")) {
      for (var row : rows) {
        appender.beginRow();
        for (var cell : row) {
          if (cell == null) {
            appender.appendNull();
          } else {
            appender.append(cell.toString());
          }
        }
        appender.endRow();
      }
    }
    file.execute(insert + " from cell");
  }

  /** An organisation; that it closed may be known later, or earlier, than it did. */
  record Organisation(
      String code,
      String type,
      String state,
      @Nullable LocalDate opened,
      @Nullable LocalDate closed,
      @Nullable LocalDate closingKnown) {
    boolean isCountedOn(LocalDate day, LocalDate known) {
      var end = closingKnown != null && !closingKnown.isAfter(known) ? closed : null;
      return state.equals("open")
          && !type.equals("pharmacy")
          && (opened == null || !opened.isAfter(day))
          && (end == null || end.isAfter(day));
    }

    private List<List<@Nullable Object>> versions() {
      var start = LocalDate.of(1990, 1, 1);
      return closingKnown == null
          ? List.of(row(code, type, state, opened, null, start, null))
          : List.of(
              row(code, type, state, opened, null, start, closingKnown),
              row(code, type, state, opened, closed, closingKnown, null));
    }
  }

  record Link(String predecessor, String successor, LocalDate on, LocalDate known) {
    boolean says(Link other) {
      return predecessor.equals(other.predecessor)
          && successor.equals(other.successor)
          && on.equals(other.on);
    }
  }

  record Outcome(
      String code,
      String practice,
      int cycle,
      LocalDate end,
      String outcome,
      LocalDate from,
      @Nullable LocalDate to) {
    boolean isKnownOn(LocalDate day) {
      return !from.isAfter(day) && (to == null || to.isAfter(day));
    }

    boolean isAssessed() {
      return outcome.equals("met") || outcome.equals("not_met");
    }

    boolean isFailed() {
      return outcome.equals("not_met");
    }
  }

  /** A practice, its rule (failed of the newest) and how many months a cycle lasts. */
  record Practice(String name, String kind, int failed, int of, int months) {
    int cycles() {
      return months == 12 ? 6 : 14;
    }

    LocalDate end(int cycle) {
      var first = months == 12 ? LocalDate.of(2018, 7, 1) : LocalDate.of(2020, 2, 1);
      return first.plusMonths((long) cycle * months).minusDays(1);
    }
  }
}

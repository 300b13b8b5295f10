package org.cyberreadiness.batch.snapshot;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.cyberreadiness.batch.snapshot.RandomHistories.Link;
import org.cyberreadiness.batch.snapshot.RandomHistories.Organisation;
import org.cyberreadiness.batch.snapshot.RandomHistories.Outcome;
import org.cyberreadiness.batch.snapshot.RandomHistories.Practice;
import org.cyberreadiness.batch.snapshot.SnapshotInMemory.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Repeat failing computed a second time, in plain Java that walks one organisation after the other,
 * agrees with the macros on made-up histories.
 */
class RepeatFailureHistoriesTest {
  private static final long SEED = 20180213;
  private static final RandomHistories HISTORIES = RandomHistories.of(SEED, 300);
  private static SnapshotInMemory file;

  private final Map<String, List<Outcome>> outcomes =
      HISTORIES.outcomes().stream().collect(groupingBy(o -> o.code() + o.practice()));
  private final Map<String, List<Link>> parts =
      HISTORIES.links().stream().collect(groupingBy(Link::successor));

  @BeforeAll
  static void writesTheHistories() throws SQLException {
    file = SnapshotInMemory.empty();
    HISTORIES.writeTo(file);
  }

  @AfterAll
  static void closes() throws SQLException {
    file.close();
  }

  @Test
  void repeatFailingAgreesWithASecondComputationOnRandomDays() throws SQLException {
    var random = new Random(SEED);
    for (var i = 0; i < 12; i++) {
      var day = RandomHistories.START.plusDays(random.nextInt(2400));
      var expected = new ArrayList<String>();
      for (var organisation : HISTORIES.organisations()) {
        for (var practice : RandomHistories.PRACTICES) {
          standing(organisation, practice, day, day)
              .ifPresent(s -> expected.add(organisation.code() + "," + practice.name() + "," + s));
        }
      }
      var actual =
          file
              .rows(
                  "select ods_code, practice, cycles_assessed, cycles_failed, current_streak,"
                      + " longest_streak, failing_since, repeated, inherited_from from"
                      + " repeat_failure_as_at(date '"
                      + day
                      + "')")
              .stream()
              .map(Row::toString)
              .toList();
      assertThat(actual).as("as at %s", day).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void repeatFailersThroughTimeAreWhatEachCyclesEndWouldSay() throws SQLException {
    for (var day : List.of(LocalDate.of(2020, 9, 1), LocalDate.of(2024, 1, 1))) {
      var expected = new TreeMap<String, int[]>();
      for (var practice : RandomHistories.PRACTICES) {
        for (var cycle = 0;
            cycle < practice.cycles() && !practice.end(cycle).isAfter(day);
            cycle++) {
          for (var organisation : HISTORIES.organisations()) {
            var key = practice.name() + "," + organisation.type() + "," + cycle;
            standing(organisation, practice, day, practice.end(cycle))
                .ifPresent(
                    standing -> {
                      var counts = expected.computeIfAbsent(key, absent -> new int[2]);
                      counts[0]++;
                      counts[1] += standing.repeated() ? 1 : 0;
                    });
          }
        }
      }
      var actual =
          file
              .rows(
                  "select practice, type, cycle, organisations, repeated from"
                      + " repeat_failure_count_as_at(date '"
                      + day
                      + "') where organisations > 0")
              .stream()
              .map(Row::toString)
              .toList();
      assertThat(actual)
          .as("as at %s", day)
          .containsExactlyInAnyOrderElementsOf(
              expected.entrySet().stream()
                  .map(e -> e.getKey() + "," + e.getValue()[0] + "," + e.getValue()[1])
                  .toList());
    }
  }

  @Test
  void whoFailsAgainAgreesWithASecondComputation() throws SQLException {
    var day = LocalDate.of(2022, 9, 1);
    var expected = new TreeMap<String, int[]>();
    for (var practice : RandomHistories.PRACTICES) {
      for (var cycle = 1; cycle < practice.cycles() && !practice.end(cycle).isAfter(day); cycle++) {
        for (var organisation : HISTORIES.organisations()) {
          var end = practice.end(cycle);
          if (!organisation.isCountedOn(end)) {
            continue;
          }
          int later = cycle;
          var pairs =
              lines(organisation.code(), practice, day, end).stream()
                  .map(Line::cycles)
                  .map(
                      cycles ->
                          cycles.stream()
                              .filter(o -> o.cycle() == later || o.cycle() == later - 1)
                              .toList())
                  .filter(pair -> pair.size() == 2)
                  .toList();
          if (!pairs.isEmpty()) {
            var before = pairs.stream().anyMatch(pair -> pair.getFirst().isFailed());
            var after = pairs.getFirst().getLast().isFailed();
            var key = practice.name() + "," + organisation.type() + "," + cycle;
            var counts = expected.computeIfAbsent(key, absent -> new int[4]);
            counts[0]++;
            counts[1] += before ? 1 : 0;
            counts[2] += after ? 1 : 0;
            counts[3] += before && after ? 1 : 0;
          }
        }
      }
    }
    var actual =
        file
            .rows(
                "select practice, type, to_cycle, organisations, failed_before, failed_after,"
                    + " failed_again from persistence_as_at(date '"
                    + day
                    + "')")
            .stream()
            .map(Row::toString)
            .toList();
    assertThat(actual)
        .containsExactlyInAnyOrderElementsOf(
            expected.entrySet().stream()
                .map(
                    e -> {
                      var c = e.getValue();
                      return e.getKey() + "," + c[0] + "," + c[1] + "," + c[2] + "," + c[3];
                    })
                .toList());
  }

  /**
   * Where an organisation stands on a horizon by what is known on a day; nothing when never
   * assessed or not counted.
   */
  private Optional<Standing> standing(
      Organisation organisation, Practice practice, LocalDate known, LocalDate horizon) {
    if (!organisation.isCountedOn(horizon)) {
      return Optional.empty();
    }
    return lines(organisation.code(), practice, known, horizon).stream()
        .filter(line -> !line.cycles().isEmpty())
        .map(line -> Standing.of(line, practice))
        .max(
            comparingInt(Standing::currentStreak)
                .thenComparingInt(Standing::recentFailed)
                .thenComparingInt(Standing::failed)
                .thenComparingInt(Standing::assessed)
                .thenComparing(Standing::line, comparing(Line::order).reversed()));
  }

  private List<Line> lines(String code, Practice practice, LocalDate known, LocalDate horizon) {
    var lines = new ArrayList<Line>();
    lines.add(
        new Line(
            List.of(),
            List.of(),
            owned(code, practice, known, horizon, LocalDate.MIN, horizon.plusDays(1))));
    walk(
        List.of(code),
        List.of(),
        List.of(),
        horizon.plusDays(1),
        new Asked(practice, known, horizon),
        lines);
    return lines;
  }

  /** Adds a line for every way back from the last of the members, whose tenure ends on a day. */
  private void walk(
      List<String> members,
      List<LocalDate> handovers,
      List<Outcome> later,
      LocalDate until,
      Asked asked,
      List<Line> lines) {
    for (var link : parts.getOrDefault(members.getLast(), List.of())) {
      var isFirst = members.size() == 1;
      var inTime = isFirst ? !link.on().isAfter(asked.horizon()) : !link.on().isAfter(until);
      if (!inTime || members.contains(link.predecessor())) {
        continue;
      }
      var own =
          owned(
              members.getLast(),
              asked.practice(),
              asked.known(),
              asked.horizon(),
              link.on(),
              until);
      var since = new ArrayList<>(own);
      since.addAll(later);
      var chain = new ArrayList<>(members);
      chain.add(link.predecessor());
      var all =
          new ArrayList<>(
              owned(
                  link.predecessor(),
                  asked.practice(),
                  asked.known(),
                  asked.horizon(),
                  LocalDate.MIN,
                  link.on()));
      all.addAll(since);
      var days = new ArrayList<>(handovers);
      days.add(link.on());
      lines.add(new Line(chain.subList(1, chain.size()), days, all));
      walk(chain, days, since, link.on(), asked, lines);
    }
  }

  /** Assessed cycles of one code that ended in [from, until), oldest first. */
  private List<Outcome> owned(
      String code,
      Practice practice,
      LocalDate known,
      LocalDate horizon,
      LocalDate from,
      LocalDate until) {
    return outcomes.getOrDefault(code + practice.name(), List.of()).stream()
        .filter(o -> o.isAssessed() && o.isKnownOn(known) && !o.end().isAfter(horizon))
        .filter(o -> !o.end().isBefore(from) && o.end().isBefore(until))
        .sorted(comparing(Outcome::end))
        .toList();
  }

  private record Asked(Practice practice, LocalDate known, LocalDate horizon) {}

  /**
   * A way back: ancestors and the days they handed over, nearest first, and the cycles, oldest
   * first.
   */
  private record Line(List<String> ancestors, List<LocalDate> handovers, List<Outcome> cycles) {
    String order() {
      return ancestors.isEmpty() ? "" : String.join(" ", ancestors) + '\0' + handovers;
    }
  }

  private record Standing(
      int assessed,
      int failed,
      int currentStreak,
      int longestStreak,
      Optional<LocalDate> since,
      int recentFailed,
      boolean repeated,
      Line line) {
    static Standing of(Line line, Practice practice) {
      var failed = 0;
      var streak = 0;
      var longest = 0;
      var recent = 0;
      var since = Optional.<LocalDate>empty();
      for (var i = 0; i < line.cycles().size(); i++) {
        var cycle = line.cycles().get(i);
        if (cycle.isFailed()) {
          failed++;
          streak++;
          since = streak == 1 ? Optional.of(cycle.end()) : since;
          recent += line.cycles().size() - i <= practice.of() ? 1 : 0;
        } else {
          streak = 0;
          since = Optional.empty();
        }
        longest = Math.max(longest, streak);
      }
      return new Standing(
          line.cycles().size(),
          failed,
          streak,
          longest,
          since,
          recent,
          streak > 0 && recent >= practice.failed(),
          line);
    }

    @Override
    public String toString() {
      return "%d,%d,%d,%d,%s,%s,%s"
          .formatted(
              assessed,
              failed,
              currentStreak,
              longestStreak,
              since.map(LocalDate::toString).orElse("null"),
              repeated,
              line.ancestors().isEmpty() ? "null" : String.join(">", line.ancestors().reversed()));
    }
  }
}

package org.cyberreadiness.batch.snapshot;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
  private final Map<String, List<Link>> links =
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
                  "select ods_code, practice, cycles_assessed, cycles_failed, current_streak, longest_streak,"
                      + " own_streak, inherited_streak, failing_since, since_before, repeated,"
                      + " inherited_from from repeat_failure_as_at(date '"
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
      var expected = new TreeMap<String, Map<String, Boolean>>();
      for (var practice : RandomHistories.PRACTICES) {
        for (var cycle = 0;
            cycle < practice.cycles() && !practice.end(cycle).isAfter(day);
            cycle++) {
          for (var organisation : HISTORIES.organisations()) {
            var key = practice.name() + "," + organisation.type() + "," + cycle;
            standing(organisation, practice, day, practice.end(cycle))
                .ifPresent(
                    standing ->
                        expected
                            .computeIfAbsent(key, absent -> new TreeMap<>())
                            .merge(
                                standing.line().unit(), standing.repeated(), Boolean::logicalOr));
          }
        }
      }
      var actual =
          file
              .rows(
                  "select practice, type, cycle, organisations, repeated from repeat_failure_count_as_at(date '"
                      + day
                      + "') where organisations > 0")
              .stream()
              .map(Row::toString)
              .toList();
      assertThat(actual)
          .as("as at %s", day)
          .containsExactlyInAnyOrderElementsOf(
              expected.entrySet().stream()
                  .map(
                      e ->
                          e.getKey()
                              + ","
                              + e.getValue().size()
                              + ","
                              + e.getValue().values().stream().filter(repeated -> repeated).count())
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
          if (!organisation.isCountedOn(end, day)) {
            continue;
          }
          int later = cycle;
          var asked = new Asked(practice, day, end);
          var pair =
              line(organisation.code(), asked, end.plusDays(1), List.of()).cycles().stream()
                  .filter(o -> o.cycle() == later || o.cycle() == later - 1)
                  .toList();
          if (pair.size() == 2) {
            var before = pair.getFirst().isFailed();
            var after = pair.getLast().isFailed();
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
                "select practice, type, to_cycle, organisations, failed_before, failed_after, failed_again"
                    + " from persistence_as_at(date '"
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
    if (!organisation.isCountedOn(horizon, known)) {
      return Optional.empty();
    }
    var asked = new Asked(practice, known, horizon);
    var line = line(organisation.code(), asked, horizon.plusDays(1), List.of());
    return line.cycles().isEmpty() ? Optional.empty() : Optional.of(Standing.of(line, practice));
  }

  /**
   * The line a code follows up to a day: its own; where it is new, that of the longest failing part
   * it was made of, and its own.
   */
  private Line line(String code, Asked asked, LocalDate until, List<String> heirs) {
    var own = owned(code, asked, until);
    var continued = new ArrayList<Part>();
    var beside = 0;
    var path = new ArrayList<>(heirs);
    path.add(code);
    for (var link : links.getOrDefault(code, List.of())) {
      var inTime = heirs.isEmpty() ? link.on().isBefore(until) : !link.on().isAfter(until);
      if (!inTime || link.known().isAfter(asked.known()) || path.contains(link.predecessor())) {
        continue;
      }
      var part = line(link.predecessor(), asked, link.on(), path);
      if (part.cycles().isEmpty()) {
        continue;
      }
      beside = Math.max(beside, part.streak());
      // every cycle of its own counts, also one after it handed over
      if (owned(code, asked, link.on()).isEmpty()) {
        continued.add(new Part(part, link));
      }
    }
    var best = continued.stream().min(Part.ORDER);
    if (best.isEmpty()) {
      return new Line(List.of(), own, own, beside, code);
    }
    var all = new ArrayList<>(best.get().line().cycles());
    all.addAll(own);
    var ancestors = new ArrayList<>(best.get().line().ancestors());
    if (!best.get().line().own().isEmpty()) {
      ancestors.add(best.get().link().predecessor());
    }
    return new Line(ancestors, all, own, beside, code);
  }

  /** Assessed cycles of one code that ended before a day, oldest first. */
  private List<Outcome> owned(String code, Asked asked, LocalDate until) {
    return outcomes.getOrDefault(code + asked.practice().name(), List.of()).stream()
        .filter(o -> o.isAssessed() && o.isKnownOn(asked.known()))
        .filter(o -> !o.end().isAfter(asked.horizon()) && o.end().isBefore(until))
        .sorted(comparing(Outcome::end))
        .toList();
  }

  private record Asked(Practice practice, LocalDate known, LocalDate horizon) {}

  /** What a code was made of: a line, and the link by which it was handed over. */
  private record Part(Line line, Link link) {
    static final Comparator<Part> ORDER =
        Comparator.comparingInt((Part part) -> -part.line().streak())
            .thenComparing(part -> part.line().since().orElse(LocalDate.MAX))
            .thenComparing(part -> part.link().predecessor())
            .thenComparing(part -> part.link().on());
  }

  /**
   * A line: the codes it continues, oldest first, all its cycles, those of its own code, and the
   * longest streak of what was made into it or taken over.
   */
  private record Line(
      List<String> ancestors, List<Outcome> cycles, List<Outcome> own, int beside, String code) {
    int streak() {
      return streakOf(cycles);
    }

    int ownStreak() {
      return streakOf(own);
    }

    Optional<LocalDate> since() {
      return streak() == 0
          ? Optional.empty()
          : Optional.of(cycles.get(cycles.size() - streak()).end());
    }

    /** Who counts once in a total: the first codes of a line that was handed over. */
    String unit() {
      return ancestors.isEmpty() ? code : String.join(">", ancestors);
    }

    private static int streakOf(List<Outcome> cycles) {
      var streak = 0;
      for (var cycle : cycles) {
        streak = cycle.isFailed() ? streak + 1 : 0;
      }
      return streak;
    }
  }

  private record Standing(Line line, int failed, int longestStreak, boolean repeated) {
    static Standing of(Line line, Practice practice) {
      var failed = 0;
      var streak = 0;
      var longest = 0;
      var recent = 0;
      for (var i = 0; i < line.cycles().size(); i++) {
        if (line.cycles().get(i).isFailed()) {
          failed++;
          streak++;
          recent += line.cycles().size() - i <= practice.of() ? 1 : 0;
        } else {
          streak = 0;
        }
        longest = Math.max(longest, streak);
      }
      return new Standing(line, failed, longest, streak > 0 && recent >= practice.failed());
    }

    @Override
    public String toString() {
      return "%d,%d,%d,%d,%d,%d,%s,%s,%s,%s"
          .formatted(
              line.cycles().size(),
              failed,
              line.streak(),
              longestStreak,
              line.ownStreak(),
              line.beside(),
              line.since().map(LocalDate::toString).orElse("null"),
              failed == line.cycles().size(),
              repeated,
              line.ancestors().isEmpty() ? "null" : line.unit());
    }
  }
}

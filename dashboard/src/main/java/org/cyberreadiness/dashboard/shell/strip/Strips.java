package org.cyberreadiness.dashboard.shell.strip;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.shell.Outcome;
import org.cyberreadiness.dashboard.shell.choice.Choices.EndedCycle;
import org.cyberreadiness.dashboard.snapshot.SnapshotLease;
import org.cyberreadiness.dashboard.snapshot.Sql;
import org.jspecify.annotations.Nullable;

/** Reads the squares of strips out of a snapshot. */
public final class Strips {

  private static final Sql STRIPS = Sql.of(Strips.class, "strips");

  private Strips() {}

  /** A square as the snapshot has it. */
  record Square(
      String odsCode,
      String cycle,
      LocalDate cycleEnd,
      Outcome outcome,
      @Nullable Double value,
      @Nullable Double numerator,
      @Nullable Double denominator,
      boolean isLate,
      @Nullable String reason,
      @Nullable LocalDate fileAsAt,
      @Nullable String inheritedFrom,
      @Nullable String series) {

    Cycle after(@Nullable Square before) {
      return new Cycle(
          cycle,
          cycleEnd,
          outcome,
          details(),
          new Cycle.Traits(isLate, inheritedFrom != null, before != null && isBreak(before)));
    }

    private boolean isBreak(Square before) {
      return series != null && before.series != null && !series.equals(before.series);
    }

    private String details() {
      var lines = new ArrayList<String>();
      if (numerator != null && denominator != null && value != null) {
        lines.add(
            Figures.number(numerator)
                + " of "
                + Figures.number(denominator)
                + " ("
                + Figures.percent(value)
                + ")");
      }
      if (reason != null) {
        lines.add(reason);
      }
      if (inheritedFrom != null) {
        lines.add("inherited from " + inheritedFrom);
      }
      if (fileAsAt != null) {
        lines.add("as at " + Figures.date(fileAsAt));
      }
      return String.join("\n", lines);
    }
  }

  /**
   * The strips of some organisations for one practice, oldest cycle first; an organisation without
   * any square is not in the answer.
   */
  public static Map<String, List<Cycle>> of(
      SnapshotLease lease,
      LocalDate asAt,
      String practice,
      List<EndedCycle> cycles,
      Collection<String> codes) {
    if (codes.isEmpty() || cycles.isEmpty()) {
      return Map.of();
    }
    var squares =
        lease.list(
            STRIPS,
            Square.class,
            Map.of(
                "as_at", asAt,
                "practice", practice,
                "codes", String.join(" ", codes),
                "cycles", cycles.stream().map(EndedCycle::cycle).collect(joining(" ")),
                "ends", cycles.stream().map(c -> c.cycleEnd().toString()).collect(joining(" "))));
    var strips = new LinkedHashMap<String, List<Cycle>>();
    Square before = null;
    for (Square square : squares) {
      var previous = before != null && before.odsCode().equals(square.odsCode()) ? before : null;
      strips
          .computeIfAbsent(square.odsCode(), code -> new ArrayList<>())
          .add(square.after(previous));
      before = square;
    }
    return strips;
  }

  /**
   * The newest cycles that a table cell shows; of inspections all, as each organisation has its
   * own.
   */
  public static List<EndedCycle> forCell(List<EndedCycle> cycles, boolean isInspection) {
    return isInspection
        ? cycles
        : cycles.subList(Math.max(0, cycles.size() - Strip.CYCLES_IN_CELL), cycles.size());
  }
}

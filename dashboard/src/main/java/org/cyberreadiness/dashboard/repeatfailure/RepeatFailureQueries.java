package org.cyberreadiness.dashboard.repeatfailure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.shell.Outcome;
import org.cyberreadiness.dashboard.snapshot.SnapshotLease;
import org.cyberreadiness.dashboard.snapshot.Sql;
import org.jspecify.annotations.Nullable;

/** What the page of repeated failing reads. */
final class RepeatFailureQueries {

  static final Sql FAILING = Sql.of(RepeatFailureQueries.class, "failing");
  static final Sql DARK = Sql.of(RepeatFailureQueries.class, "dark");
  private static final Sql COUNT = Sql.of(RepeatFailureQueries.class, "failing_count");
  private static final Sql BY_TYPE = Sql.of(RepeatFailureQueries.class, "by_type");

  private RepeatFailureQueries() {}

  /** What the page is asked for; an empty text means all. */
  record Filter(String practice, String type, String region, String sort) {}

  /** A kind of organisation: how many fail repeatedly, of how many ever assessed. */
  record TypeCount(
      String type,
      String label,
      String labelPlural,
      long repeated,
      long assessed,
      @Nullable Double lower,
      @Nullable Double upper) {}

  /** How long both lists are, and how many organisations they name, of how many ever assessed. */
  record Counts(
      long failing, long organisations, long assessed, long dark, long darkOrganisations) {}

  /** An organisation and a practice at which it fails repeatedly. */
  record Failing(
      String odsCode,
      String name,
      String typeLabel,
      @Nullable String region,
      String practice,
      String title,
      String kind,
      String kinds,
      int currentStreak,
      int ownStreak,
      int inheritedStreak,
      int cyclesFailed,
      int cyclesAssessed,
      LocalDate failingSince,
      boolean sinceBefore,
      @Nullable String inheritedFrom,
      long peersFailed,
      long peersAssessed) {

    /** How long it is failing. */
    String streak() {
      return Figures.count(currentStreak, kind, kinds);
    }

    /** Of which lines that is: its own and inherited, or what it took over; empty when its own. */
    String lines() {
      if (inheritedStreak == 0) {
        return "";
      }
      return inheritedFrom == null
          ? "; took over " + Figures.count(inheritedStreak, kind, kinds)
          : ", own " + ownStreak + ", inherited " + inheritedStreak;
    }

    /** Since when; where data begins with a failure, since before. */
    String since() {
      return (sinceBefore ? "before " : "") + Figures.shortDate(failingSince);
    }
  }

  /**
   * An organisation and a practice that it was assessed on before, but not in the newest cycles.
   */
  record Dark(
      String odsCode,
      String name,
      String typeLabel,
      @Nullable String region,
      String practice,
      String title,
      String kind,
      String kinds,
      long cyclesMissed,
      String lastCycle,
      LocalDate lastCycleEnd,
      Outcome lastOutcome) {}

  static Counts counts(SnapshotLease lease, LocalDate asAt, Filter filter) {
    return lease.one(COUNT, Counts.class, parameters(asAt, filter));
  }

  static List<TypeCount> byType(SnapshotLease lease, LocalDate asAt, Filter filter) {
    return lease.list(BY_TYPE, TypeCount.class, parameters(asAt, filter));
  }

  static List<Failing> failing(
      SnapshotLease lease, LocalDate asAt, Filter filter, int first, int rows) {
    return lease.list(FAILING, Failing.class, page(asAt, filter, first, rows));
  }

  static List<Dark> dark(SnapshotLease lease, LocalDate asAt, Filter filter, int first, int rows) {
    return lease.list(DARK, Dark.class, page(asAt, filter, first, rows));
  }

  static Map<String, Object> page(LocalDate asAt, Filter filter, int first, int rows) {
    var with = parameters(asAt, filter);
    with.put("first", first);
    with.put("rows", rows);
    return with;
  }

  private static Map<String, Object> parameters(LocalDate asAt, Filter filter) {
    var with = new HashMap<String, Object>();
    with.put("as_at", asAt);
    with.put("practice", filter.practice());
    with.put("type", filter.type());
    with.put("region", filter.region());
    with.put("sort", filter.sort());
    return with;
  }
}

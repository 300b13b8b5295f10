package org.cyberreadiness.dashboard.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cyberreadiness.dashboard.shell.Outcome;
import org.cyberreadiness.dashboard.snapshot.SnapshotLease;
import org.cyberreadiness.dashboard.snapshot.Sql;
import org.jspecify.annotations.Nullable;

/** What the list of organisations reads. */
final class OrganisationListQueries {

  static final Sql LIST = Sql.of(OrganisationListQueries.class, "organisations");
  private static final Sql COUNTS = Sql.of(OrganisationListQueries.class, "counts");
  private static final Sql LEFT_OUT = Sql.of(OrganisationListQueries.class, "left_out");
  private static final Sql SHARES = Sql.of(OrganisationListQueries.class, "shares");

  private OrganisationListQueries() {}

  /** A row of the list. */
  record Listed(
      String odsCode,
      String name,
      String typeLabel,
      @Nullable String region,
      @Nullable Outcome outcome,
      @Nullable Double value,
      boolean isLate,
      @Nullable String reason,
      int currentStreak,
      boolean repeated,
      @Nullable String foundAs) {}

  /** How many the list has: {@code listed} with the outcome asked for, the rest whatever it is. */
  record Counts(
      long organisations,
      long listed,
      long met,
      long notMet,
      long notAssessed,
      long notApplicable,
      @Nullable Double notMetLower,
      @Nullable Double notMetUpper) {
    long assessed() {
      return met + notMet;
    }
  }

  /** Organisations that do not count, and why. */
  record LeftOut(String scope, String label, String meaning, long organisations) {}

  /** Organisations of a group by outcome in one cycle. */
  record CycleShare(
      String cycle,
      LocalDate cycleEnd,
      long met,
      long notMet,
      long notAssessed,
      @Nullable Double shareMet,
      @Nullable Double lower,
      @Nullable Double upper) {}

  static List<Listed> page(
      SnapshotLease lease, LocalDate asAt, OrganisationFilter filter, int first, int rows) {
    var with = parameters(asAt, filter);
    with.put("first", first);
    with.put("rows", rows);
    return lease.list(LIST, Listed.class, with);
  }

  static Counts counts(SnapshotLease lease, LocalDate asAt, OrganisationFilter filter) {
    return lease.one(COUNTS, Counts.class, parameters(asAt, filter));
  }

  static List<LeftOut> leftOut(SnapshotLease lease, LocalDate asAt, OrganisationFilter filter) {
    return lease.list(LEFT_OUT, LeftOut.class, parameters(asAt, filter));
  }

  /** The group's cycles, oldest first; for the kind, region and board of the filter. */
  static List<CycleShare> shares(SnapshotLease lease, LocalDate asAt, OrganisationFilter filter) {
    String place = filter.icb().isEmpty() ? filter.region() : filter.icb();
    String placeKind = place.isEmpty() ? "" : filter.icb().isEmpty() ? "region" : "icb";
    String kind;
    String code;
    if (filter.type().isEmpty()) {
      kind = place.isEmpty() ? "england" : placeKind;
      code = place.isEmpty() ? "ENGLAND" : place;
    } else {
      kind = place.isEmpty() ? "type" : "type_" + placeKind;
      code = place.isEmpty() ? filter.type() : filter.type() + "/" + place;
    }
    return lease.list(
        SHARES,
        CycleShare.class,
        Map.of(
            "as_at", asAt, "practice", filter.practice(), "group_kind", kind, "group_code", code));
  }

  static Map<String, Object> parameters(LocalDate asAt, OrganisationFilter filter) {
    var with = new HashMap<String, Object>();
    with.put("as_at", asAt);
    with.put("practice", filter.practice());
    with.put("cycle", filter.cycle());
    with.put("outcome", filter.outcome());
    with.put("type", filter.type());
    with.put("region", filter.region());
    with.put("icb", filter.icb());
    with.put("search", filter.search());
    with.put("scope", filter.scope());
    with.put("sort", filter.sort());
    return with;
  }
}

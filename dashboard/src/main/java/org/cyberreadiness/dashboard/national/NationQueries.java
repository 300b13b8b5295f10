package org.cyberreadiness.dashboard.national;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberreadiness.dashboard.shell.Visit;
import org.cyberreadiness.dashboard.snapshot.Sql;
import org.jspecify.annotations.Nullable;

/** What the national page asks of a snapshot, for one group of organisations. */
final class NationQueries {

  static final Sql STANDING = Sql.of(NationQueries.class, "standing");
  static final Sql REGIONS = Sql.of(NationQueries.class, "regions");
  static final Sql FRESHNESS = Sql.of(NationQueries.class, "freshness");
  private static final Sql GROUPS = Sql.of(NationQueries.class, "groups");
  private static final Sql REPEATEDLY = Sql.of(NationQueries.class, "repeatedly");
  private static final Sql UNSUPPORTED = Sql.of(NationQueries.class, "unsupported");
  private static final Sql MOVED = Sql.of(NationQueries.class, "moved");

  /** A practice now and at the comparison: the edition before, or a year ago. */
  record PracticeStanding(
      String practice,
      String title,
      String question,
      String numerator,
      String denominator,
      String cycleKind,
      String cycle,
      LocalDate cycleEnd,
      long met,
      long notMet,
      long notAssessed,
      long assessed,
      double shareMet,
      double lower,
      double upper,
      @Nullable String earlierCycle,
      @Nullable Long earlierMet,
      @Nullable Long earlierNotMet,
      @Nullable Long earlierAssessed,
      @Nullable Double earlierShareMet) {}

  record OrganisationKind(String type, String one, String many) {}

  record RepeatedlyFailing(long organisations, long failures, long population) {}

  record UnsupportedDevices(
      LocalDate monthEnd, boolean isNewest, long organisations, long unsupported, long judged) {}

  record RegionStanding(
      String code,
      String name,
      String cycle,
      long met,
      long notMet,
      long notAssessed,
      long assessed,
      @Nullable Double shareNotMet) {}

  record Moved(
      @Nullable String odsCode,
      @Nullable String name,
      String kind,
      @Nullable String practice,
      String detail,
      long changes) {}

  record SourceFreshness(
      String source,
      String title,
      @Nullable Integer cadenceDays,
      @Nullable LocalDate asAt,
      @Nullable Long daysOld,
      boolean isOverdue,
      long files,
      long rowsAccepted,
      long rowsRejected) {}

  private final Visit visit;
  private final Group group;

  NationQueries(Visit visit, Group group) {
    this.visit = visit;
    this.group = group;
  }

  static List<OrganisationKind> kinds(Visit visit) {
    return visit.list(GROUPS, OrganisationKind.class);
  }

  List<PracticeStanding> standing() {
    return visit.list(STANDING, PracticeStanding.class, group.markers());
  }

  RepeatedlyFailing repeatedly() {
    return visit.one(REPEATEDLY, RepeatedlyFailing.class, group.markers());
  }

  List<UnsupportedDevices> unsupported() {
    return visit.list(UNSUPPORTED, UnsupportedDevices.class, group.markers());
  }

  List<RegionStanding> regions(String cycle) {
    return visit.list(REGIONS, RegionStanding.class, regionMarkers(cycle));
  }

  Map<String, String> regionMarkers(String cycle) {
    return Map.of("group_kind", group.kind(), "group_code", group.code(), "cycle", cycle);
  }

  List<Moved> moved() {
    return visit.list(MOVED, Moved.class);
  }

  List<SourceFreshness> freshness() {
    return visit.list(FRESHNESS, SourceFreshness.class);
  }

  static Optional<PracticeStanding> of(List<PracticeStanding> all, String practice) {
    return all.stream().filter(one -> one.practice().equals(practice)).findFirst();
  }
}

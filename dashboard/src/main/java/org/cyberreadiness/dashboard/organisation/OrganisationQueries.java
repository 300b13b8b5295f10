package org.cyberreadiness.dashboard.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberreadiness.dashboard.shell.Outcome;
import org.cyberreadiness.dashboard.shell.Visit;
import org.cyberreadiness.dashboard.snapshot.Sql;
import org.jspecify.annotations.Nullable;

/** What the page of one organisation reads. */
final class OrganisationQueries {

  static final Sql OUTCOMES = Sql.of(OrganisationQueries.class, "outcomes");
  static final Sql RETURNS = Sql.of(OrganisationQueries.class, "returns");
  static final Sql PRODUCTS = Sql.of(OrganisationQueries.class, "estate_products");
  static final Sql INSPECTIONS = Sql.of(OrganisationQueries.class, "inspections");
  static final Sql STANDING = Sql.of(OrganisationQueries.class, "standing");
  static final Sql LINEAGE = Sql.of(OrganisationQueries.class, "lineage");
  private static final Sql ORGANISATION = Sql.of(OrganisationQueries.class, "organisation");
  private static final Sql SIMILAR = Sql.of(OrganisationQueries.class, "similar");
  private static final Sql ESTATE = Sql.of(OrganisationQueries.class, "estate_by_support");

  private OrganisationQueries() {}

  /** Who it is. */
  record Organisation(
      String odsCode,
      String name,
      String type,
      String typeLabel,
      String typePlural,
      @Nullable String region,
      @Nullable String icb,
      @Nullable String parent,
      @Nullable LocalDate openedOn,
      @Nullable LocalDate closedOn,
      boolean inScope,
      String scope,
      @Nullable String scopeLabel,
      @Nullable String scopeMeaning,
      String peerGroup,
      boolean listedInOds,
      @Nullable String fileName,
      @Nullable String fileSource,
      @Nullable Long line) {}

  /** Another organisation that may have been meant. */
  record Similar(String odsCode, String name, String typeLabel) {}

  /** How it stands at a practice, and how its peers do. */
  record Standing(
      String practice,
      String title,
      String question,
      String cycleKind,
      @Nullable String kind,
      @Nullable String kinds,
      int repeatFailed,
      int repeatOf,
      @Nullable Integer cyclesAssessed,
      @Nullable Integer cyclesFailed,
      @Nullable Integer currentStreak,
      @Nullable Integer ownStreak,
      @Nullable Integer inheritedStreak,
      @Nullable Integer longestStreak,
      @Nullable LocalDate failingSince,
      @Nullable Boolean sinceBefore,
      @Nullable Boolean repeated,
      @Nullable String inheritedFrom,
      @Nullable String lastCycle,
      @Nullable LocalDate lastCycleEnd,
      @Nullable Outcome lastOutcome,
      long peersAssessed,
      long peersMet,
      long peersRepeated,
      @Nullable Double lower,
      @Nullable Double upper) {

    boolean isAssessed() {
      return lastOutcome != null;
    }

    boolean failsRepeatedly() {
      return Boolean.TRUE.equals(repeated);
    }

    boolean fails() {
      return lastOutcome == Outcome.NOT_MET;
    }

    int streak() {
      return currentStreak == null ? 0 : currentStreak;
    }

    /** Streak of an organisation it took over, which stands beside its own line. */
    int takenOver() {
      return inheritedFrom != null || inheritedStreak == null ? 0 : inheritedStreak;
    }

    boolean isSinceBefore() {
      return Boolean.TRUE.equals(sinceBefore);
    }

    String one() {
      return kind == null ? "cycle" : kind;
    }

    String many() {
      return kinds == null ? "cycles" : kinds;
    }
  }

  /** An outcome with its evidence. */
  record Evidence(
      String practice,
      String title,
      String cycleKind,
      String cycle,
      LocalDate cycleEnd,
      Outcome outcome,
      @Nullable Double value,
      @Nullable Double numerator,
      @Nullable Double denominator,
      String numeratorWords,
      String denominatorWords,
      @Nullable Double threshold,
      String good,
      boolean isLate,
      @Nullable String reason,
      LocalDate knownFrom,
      @Nullable String fileSource,
      @Nullable String fileName,
      @Nullable Long line,
      @Nullable LocalDate fileAsAt) {}

  /** Its devices on an inventory day. */
  record Inventory(
      LocalDate night,
      long devices,
      long activeDevices,
      long staleDevices,
      long judgedDevices,
      long supportedDevices,
      long extendedDevices,
      long coveredDevices,
      long unsupportedDevices,
      long unknownDevices,
      long healthyDevices,
      @Nullable Long expectedDevices,
      @Nullable String fileName,
      @Nullable String fileSource,
      long line) {}

  /** A product on its newest inventory day. */
  record Product(
      LocalDate night,
      String product,
      String release,
      String edition,
      String support,
      @Nullable String supportLabel,
      @Nullable LocalDate supportEndsOn,
      long devices,
      long activeDevices) {}

  /** What an inspection found. */
  record Finding(
      String inspectionId,
      LocalDate inspectedOn,
      @Nullable LocalDate publishedOn,
      String kind,
      String selection,
      String practice,
      String finding,
      @Nullable String severity,
      @Nullable String fileName,
      @Nullable String fileSource,
      long line) {}

  /** A known version of its toolkit status. */
  record Return(
      String edition,
      @Nullable LocalDate deadline,
      String outcome,
      @Nullable String outcomeLabel,
      @Nullable LocalDate publishedOn,
      LocalDate knownFrom,
      @Nullable LocalDate knownTo,
      @Nullable String fileName,
      @Nullable String fileSource,
      long line) {}

  /** A link between an organisation and its successor. */
  record Link(
      String predecessor,
      @Nullable String predecessorName,
      String successor,
      @Nullable String successorName,
      LocalDate effectiveOn,
      String reason,
      boolean isEarlier,
      @Nullable String fileName,
      @Nullable String fileSource,
      @Nullable Long line) {}

  static Optional<Organisation> organisation(Visit visit, String code) {
    return visit.first(ORGANISATION, Organisation.class, Map.of("code", code));
  }

  static List<Similar> similar(Visit visit, String code) {
    return visit.list(SIMILAR, Similar.class, Map.of("code", code));
  }

  static List<Standing> standing(Visit visit, String code) {
    return visit.list(STANDING, Standing.class, Map.of("code", code));
  }

  static List<Evidence> evidence(Visit visit, String code, String practice) {
    return visit.list(OUTCOMES, Evidence.class, Map.of("code", code, "practice", practice));
  }

  static List<Inventory> inventories(Visit visit, String code) {
    return visit.list(ESTATE, Inventory.class, Map.of("code", code));
  }

  static List<Product> products(Visit visit, String code) {
    return visit.list(PRODUCTS, Product.class, Map.of("code", code));
  }

  static List<Finding> findings(Visit visit, String code) {
    return visit.list(INSPECTIONS, Finding.class, Map.of("code", code));
  }

  static List<Return> returns(Visit visit, String code) {
    return visit.list(RETURNS, Return.class, Map.of("code", code));
  }

  static List<Link> lineage(Visit visit, String code) {
    return visit.list(LINEAGE, Link.class, Map.of("code", code));
  }
}

package org.cyberreadiness.dashboard.shell.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.snapshot.SnapshotLease;
import org.cyberreadiness.dashboard.snapshot.Sql;
import org.jspecify.annotations.Nullable;

/** What there is to choose from in one snapshot, as known on one day. */
public record Choices(
    List<Practice> practices, List<EndedCycle> cycles, List<Type> types, List<Place> places) {

  private static final Sql PRACTICES = Sql.of(Choices.class, "practices");
  private static final Sql CYCLES = Sql.of(Choices.class, "cycles");
  private static final Sql TYPES = Sql.of(Choices.class, "types");
  private static final Sql PLACES = Sql.of(Choices.class, "places");

  /** What an organisation must do. */
  public record Practice(
      String practice,
      String title,
      String question,
      List<String> appliesTo,
      String cycleKind,
      @Nullable Double threshold,
      String numerator,
      String denominator,
      String why,
      int repeatFailed,
      int repeatOf) {

    public boolean isInspection() {
      return cycleKind.equals("inspection");
    }

    /** The policy's measure of repeated failing: 'two of the last three'. */
    public String repeatRule() {
      return Figures.inWords(repeatFailed) + " of the last " + Figures.inWords(repeatOf);
    }
  }

  /** A cycle that has ended. */
  public record EndedCycle(String practice, String cycle, LocalDate cycleEnd) {}

  /** A kind of organisation. */
  public record Type(String code, String label, String labelPlural) {}

  /** A region or an integrated care board. */
  public record Place(String kind, String code, String name, @Nullable String regionCode) {}

  public static Choices in(SnapshotLease lease, LocalDate asAt) {
    return new Choices(
        lease.list(PRACTICES, Practice.class, Map.of()),
        lease.list(CYCLES, EndedCycle.class, Map.of("as_at", asAt)),
        lease.list(TYPES, Type.class, Map.of()),
        lease.list(PLACES, Place.class, Map.of()));
  }

  public Optional<Practice> practice(String name) {
    return practices.stream().filter(practice -> practice.practice().equals(name)).findFirst();
  }

  /** Ended cycles of a practice, oldest first. */
  public List<EndedCycle> cyclesOf(String practice) {
    return cycles.stream().filter(cycle -> cycle.practice().equals(practice)).toList();
  }

  public List<Place> regions() {
    return places.stream().filter(place -> place.kind().equals("region")).toList();
  }

  public List<Place> boards() {
    return places.stream().filter(place -> place.kind().equals("icb")).toList();
  }

  /** 'trusts'; 'organisations' where no kind is chosen. */
  public String plural(String type) {
    return type(type).map(Type::labelPlural).orElse("organisations");
  }

  /** 'trust'; 'organisation' where no kind is chosen. */
  public String singular(String type) {
    return type(type).map(Type::label).orElse("organisation");
  }

  /** Name of a region or board; empty where none is chosen. */
  public String placeName(String code) {
    return places.stream()
        .filter(place -> place.code().equals(code))
        .findFirst()
        .map(Place::name)
        .orElse("");
  }

  private Optional<Type> type(String code) {
    return types.stream().filter(type -> type.code().equals(code)).findFirst();
  }
}

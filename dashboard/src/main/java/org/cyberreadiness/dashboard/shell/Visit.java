package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberreadiness.dashboard.snapshot.SnapshotFacts;
import org.cyberreadiness.dashboard.snapshot.SnapshotLease;
import org.cyberreadiness.dashboard.snapshot.Sql;
import org.jspecify.annotations.Nullable;

/**
 * One look at a page: the snapshot it reads, the day it asks for, and what stands in its address.
 * Every query gets {@code :as_at}; the lease ends with the visit.
 */
public final class Visit {

  static final String AS_AT = "as-at";

  private final SnapshotLease lease;
  private final Location location;
  private final RouteParameters route;
  private final LocalDate asAt;

  Visit(SnapshotLease lease, Location location, RouteParameters route) {
    this.lease = lease;
    this.location = location;
    this.route = route;
    this.asAt =
        asked(location)
            .map(day -> within(day, lease.facts()))
            .orElseGet(() -> lease.facts().night());
  }

  /** The day in the address; empty where none is given or it is no day. */
  static Optional<LocalDate> asked(Location location) {
    return location
        .getQueryParameters()
        .getSingleParameter(AS_AT)
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalDate.parse(text));
              } catch (DateTimeParseException e) {
                return Optional.empty();
              }
            });
  }

  /** Nothing is known after the night, nor before the first file. */
  static LocalDate within(LocalDate day, SnapshotFacts facts) {
    if (day.isAfter(facts.night())) {
      return facts.night();
    }
    return day.isBefore(facts.firstDay()) ? facts.firstDay() : day;
  }

  public SnapshotFacts snapshot() {
    return lease.facts();
  }

  /** The day all figures of the page are as at. */
  public LocalDate asAt() {
    return asAt;
  }

  /** True when the page shows the newest figures of the snapshot. */
  public boolean isNewest() {
    return asAt.equals(lease.facts().night());
  }

  /** What the address gives for a filter, such as {@code ?type=trust}; empty when it gives none. */
  public Optional<String> parameter(String name) {
    return location.getQueryParameters().getSingleParameter(name).filter(value -> !value.isBlank());
  }

  /** All values the address gives for a filter. */
  public List<String> parameters(String name) {
    return location.getQueryParameters().getParameters(name);
  }

  /** A part of the path, such as {@code :ods}. */
  public String pathParameter(String name) {
    return route
        .get(name)
        .orElseThrow(() -> new IllegalArgumentException("No part :" + name + " in this address"));
  }

  /** The address of this page, with all its filters, to change one of them. */
  public Address here() {
    Address here = Address.of(location.getPath());
    for (var parameter : location.getQueryParameters().getParameters().entrySet()) {
      for (String value : parameter.getValue()) {
        here = here.and(parameter.getKey(), value);
      }
    }
    return here;
  }

  /** The address of another page as at the same day. */
  public Address to(String path) {
    Address address = Address.of(path);
    return isNewest() ? address : address.with(AS_AT, asAt.toString());
  }

  public <T> List<T> list(Sql sql, Class<T> row) {
    return list(sql, row, Map.of());
  }

  public <T> List<T> list(Sql sql, Class<T> row, Map<String, ? extends @Nullable Object> with) {
    return lease.list(sql, row, bind(with));
  }

  public <T> Optional<T> first(
      Sql sql, Class<T> row, Map<String, ? extends @Nullable Object> with) {
    return lease.first(sql, row, bind(with));
  }

  public <T> T one(Sql sql, Class<T> row, Map<String, ? extends @Nullable Object> with) {
    return lease.one(sql, row, bind(with));
  }

  /** What a query of this visit is asked with: the day, and its own markers. */
  Map<String, @Nullable Object> bind(Map<String, ? extends @Nullable Object> with) {
    Map<String, @Nullable Object> all = new HashMap<>(with);
    all.put("as_at", asAt);
    return all;
  }
}

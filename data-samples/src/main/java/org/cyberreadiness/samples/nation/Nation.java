package org.cyberreadiness.samples.nation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cyberreadiness.samples.chance.Chance;

/** A made-up nation. Everything else is worked out from it and its seed, without being kept. */
public final class Nation {
  /** The night that the files lead up to. */
  public static final LocalDate LAST_NIGHT = LocalDate.of(2024, 9, 10);

  /** Boards came into being, and sub-ICBs no longer stand for themselves. */
  public static final LocalDate BOARDS_FROM = LocalDate.of(2022, 7, 1);

  private final long seed;
  private final Scale scale;
  private final List<Icb> icbs;
  private final List<Organisation> organisations;
  private final List<Succession> successions;
  private final Map<String, Organisation> byCode = new HashMap<>();
  private final Map<String, String> firstPredecessor = new HashMap<>();

  Nation(
      long seed,
      Scale scale,
      List<Icb> icbs,
      List<Organisation> organisations,
      List<Succession> successions) {
    this.seed = seed;
    this.scale = scale;
    this.icbs = List.copyOf(icbs);
    this.organisations = List.copyOf(organisations);
    this.successions = List.copyOf(successions);
    organisations.forEach(organisation -> byCode.put(organisation.code(), organisation));
    successions.stream()
        .filter(link -> organisation(link.successor()).life().openedOn().equals(link.on()))
        .forEach(link -> firstPredecessor.putIfAbsent(link.successor(), link.predecessor()));
  }

  public static Nation of(long seed, Scale scale) {
    return new Population(seed, scale).settle();
  }

  public long seed() {
    return seed;
  }

  public Scale scale() {
    return scale;
  }

  public List<Icb> icbs() {
    return icbs;
  }

  public List<Succession> successions() {
    return successions;
  }

  public Stream<Organisation> organisations(Predicate<Kind> kind) {
    return organisations.stream().filter(organisation -> kind.test(organisation.kind()));
  }

  public Organisation organisation(String code) {
    Organisation organisation = byCode.get(code);
    if (organisation == null) {
      throw new IllegalArgumentException("No organisation has the code " + code);
    }
    return organisation;
  }

  /** The organisation as it was on a day, under the board that it had then. */
  public Organisation asOn(Organisation organisation, LocalDate day) {
    return Moves.asOn(organisation, day, icbs);
  }

  /** Listed as a practice, but asleep. */
  public boolean isDormant(Organisation organisation) {
    return organisation.kind() == Kind.GP_PRACTICE
        && chance("dormant", organisation.code()).happens(0.02);
  }

  public Chance chance(String purpose, String key) {
    return Chance.of(seed, purpose, key);
  }

  public Chance chance(String purpose, String key, int number) {
    return Chance.of(seed, purpose, key, number);
  }

  /**
   * The code under which an organisation's character began: one that opened by a merger goes on as
   * the first of its parts did.
   */
  public String origin(String code) {
    String origin = code;
    for (String older = firstPredecessor.get(origin);
        older != null;
        older = firstPredecessor.get(origin)) {
      origin = older;
    }
    return origin;
  }
}

package org.cyberreadiness.samples.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.nation.Organisation.Life;
import org.jspecify.annotations.Nullable;

/**
 * Settles a made-up nation:
 *
 * <ol>
 *   <li>42 ICBs in the seven regions, with their towns;
 *   <li>sub-ICBs and support units, 212 English trusts and three Welsh ones;
 *   <li>practices, pharmacies, care providers, councils and companies, spread as trusts are;
 *   <li>mergers, a split, changes of code and type ({@link Mergers}).
 * </ol>
 */
final class Population {
  private static final LocalDate LONG_AGO = LocalDate.of(1991, 4, 1);
  private static final LocalDate BEFORE_RECORDS = LocalDate.of(2013, 4, 1);
  private static final LocalDate RECORDS_START = LocalDate.of(2019, 4, 1);
  private static final LocalDate RECORDS_END = LocalDate.of(2024, 7, 31);
  private static final double OPENED_LATELY = 0.03;
  private static final double CLOSED_LATELY = 0.03;

  private final long seed;
  private final Scale scale;
  private final List<Icb> icbs;
  private final Register register = new Register();
  private final List<List<Organisation>> subIcbs = new ArrayList<>();
  private final NameBook names = new NameBook();

  Population(long seed, Scale scale) {
    this.seed = seed;
    this.scale = scale;
    this.icbs = Geography.icbs(seed);
    icbs.forEach(icb -> subIcbs.add(new ArrayList<>()));
  }

  Nation settle() {
    settleCommissioners();
    settleTrusts();
    Mergers mergers = new Mergers(register);
    mergers.mergeTrusts();
    mergers.mergeSubIcbs();
    settle(Kind.GP_PRACTICE, Words.PRACTICES);
    settle(Kind.COST_CENTRE, List.of("Clinic", "Hub", "Community Team"));
    settle(Kind.WELSH_PRACTICE, Words.PRACTICES);
    settle(Kind.PHARMACY, Words.PHARMACIES);
    settle(Kind.DENTIST, Words.DENTISTS);
    settle(Kind.OPTICIAN, Words.OPTICIANS);
    settle(Kind.CARE_HEAD_OFFICE, Words.CARE_HEAD_OFFICES);
    settle(Kind.CARE_SITE, Words.CARE_SITES);
    settleCouncils();
    settle(Kind.COMPANY, Words.COMPANIES);
    mergers.mergePractices();
    return new Nation(seed, scale, icbs, register.organisations(), register.successions());
  }

  private void settleCommissioners() {
    for (Icb icb : icbs) {
      String place = icb.places().getFirst();
      add(Kind.ICB, icb.code(), icb.name(), place, icb, "", "", new Life(Nation.BOARDS_FROM, null));
    }
    for (int number = 1; number <= scale.many(Kind.SUB_ICB); number++) {
      Icb icb = icbs.get((number - 1) % icbs.size());
      String code = Kind.SUB_ICB.code(number);
      String place = icb.places().get(number / icbs.size() % icb.places().size());
      String name = icb.shortName() + " - " + code;
      subIcbs
          .get(icbs.indexOf(icb))
          .add(add(Kind.SUB_ICB, code, name, place, icb, "", icb.code(), always()));
    }
    for (int number = 1; number <= 5; number++) {
      Icb icb = icbs.get(number * 8);
      String name = "NHS " + icb.area() + " Example Commissioning Support Unit";
      add(Kind.CSU, Kind.CSU.code(number), name, icb.places().get(1), icb, "", "", always());
    }
  }

  private void settleTrusts() {
    int number = 0;
    for (Region region : Region.ALL) {
      List<Icb> here = icbs.stream().filter(icb -> icb.region().equals(region)).toList();
      for (int i = 0; i < region.trusts(); i++) {
        number++;
        boolean care = number % 43 == 0;
        Kind kind = care ? Kind.CARE_TRUST : Kind.TRUST;
        Icb icb = here.get(i % here.size());
        String code = kind.code(care ? number / 43 : number);
        String place = icb.places().get(i / here.size() % icb.places().size());
        List<String> tries = TrustNames.of(kind, place, icb, Chance.of(seed, "trust-name", code));
        add(kind, code, names.unused(tries), place, icb, "", "", always());
      }
    }
    for (int wales = 1; wales <= 3; wales++) {
      Icb icb = icbs.get(wales);
      String place = "Aber" + icb.places().get(2).toLowerCase(Locale.ROOT);
      String name = place + " Example University NHS Trust";
      add(Kind.WELSH_TRUST, Kind.WELSH_TRUST.code(wales), name, place, icb, "", "", always());
    }
  }

  private void settleCouncils() {
    for (int number = 1; number <= scale.many(Kind.LOCAL_AUTHORITY); number++) {
      String code = Kind.LOCAL_AUTHORITY.code(number);
      Icb icb = somewhere(Chance.of(seed, "settle", code));
      List<String> tries = new ArrayList<>();
      tries.add(icb.area() + " Example Council");
      icb.places().forEach(place -> tries.add(place + " Example Borough Council"));
      icb.places().forEach(place -> tries.add(place + " Example District Council"));
      String place = icb.places().get(number % icb.places().size());
      add(Kind.LOCAL_AUTHORITY, code, names.unused(tries), place, icb, "", "", always());
    }
  }

  private void settle(Kind kind, List<String> nouns) {
    int many =
        kind == Kind.WELSH_PRACTICE
            ? Math.max(12, scale.many(Kind.GP_PRACTICE) / 40)
            : scale.many(kind);
    for (int number = 1; number <= many; number++) {
      String code = kind.code(number);
      Chance chance = Chance.of(seed, "settle", code);
      Icb icb = somewhere(chance);
      String place = chance.pick(icb.places());
      String name = names.of(kind, place, nouns, chance);
      Life life = life(chance);
      add(
          kind,
          code,
          name,
          place,
          icb,
          commissioner(kind, icb, chance),
          parent(kind, chance),
          life);
    }
  }

  private Icb somewhere(Chance chance) {
    int trust = chance.below(212);
    for (Region region : Region.ALL) {
      trust -= region.trusts();
      if (trust < 0) {
        return chance.pick(icbs.stream().filter(icb -> icb.region().equals(region)).toList());
      }
    }
    throw new IllegalStateException("The regions have fewer than 212 trusts");
  }

  private String commissioner(Kind kind, Icb icb, Chance chance) {
    return switch (kind) {
      case GP_PRACTICE, COST_CENTRE, PHARMACY, DENTIST ->
          chance.pick(subIcbs.get(icbs.indexOf(icb))).code();
      default -> "";
    };
  }

  private String parent(Kind kind, Chance chance) {
    return kind == Kind.CARE_SITE
        ? Kind.CARE_HEAD_OFFICE.code(chance.between(1, scale.many(Kind.CARE_HEAD_OFFICE)))
        : "";
  }

  private Life life(Chance chance) {
    LocalDate openedOn =
        chance.happens(OPENED_LATELY)
            ? chance.day(RECORDS_START, RECORDS_END)
            : chance.day(LONG_AGO, BEFORE_RECORDS);
    @Nullable LocalDate closedOn =
        chance.happens(CLOSED_LATELY) && openedOn.isBefore(RECORDS_START)
            ? chance.day(RECORDS_START, RECORDS_END)
            : null;
    return new Life(openedOn, closedOn);
  }

  private static Life always() {
    return new Life(LocalDate.of(2013, 4, 1), null);
  }

  private Organisation add(
      Kind kind,
      String code,
      String name,
      String place,
      Icb icb,
      String commissioner,
      String parent,
      Life life) {
    double quality = Chance.of(seed, "quality", code).normal();
    Organisation organisation =
        new Organisation(code, kind, name, place, icb, commissioner, parent, quality, life);
    register.add(organisation);
    return organisation;
  }
}

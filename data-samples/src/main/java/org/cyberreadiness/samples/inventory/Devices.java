package org.cyberreadiness.samples.inventory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.chance.Shares;
import org.cyberreadiness.samples.inventory.Device.Health;
import org.cyberreadiness.samples.inventory.Device.Label;
import org.cyberreadiness.samples.inventory.Device.Sighting;
import org.cyberreadiness.samples.inventory.Estate.Mapping;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;

/** The devices of an estate on a day, worked out one by one from their numbers. */
public final class Devices {
  static final String NO_GROUP = "UnassignedGroup";

  private static final LocalDate FIRST = LocalDate.of(2020, 1, 6);
  private static final LocalDate INVENTORIES_START = LocalDate.of(2023, 3, 15);
  private static final LocalDate INVENTORIES_END = LocalDate.of(2024, 8, 25);
  private static final Shares<Health> TROUBLES =
      Shares.upTo(0.65, Health.INACTIVE)
          .then(0.82, Health.IMPAIRED)
          .then(0.92, Health.NO_SENSOR)
          .then(0.97, Health.NO_SENSOR_IMPAIRED)
          .rest(Health.HARDLY_KNOWN);
  private static final double WRITES_ITS_TAG_SMALL = 0.03;
  private static final int FORGOTTEN_AFTER_DAYS = 60;

  private final Nation nation;
  private final Upgrades upgrades = new Upgrades();

  public Devices(Nation nation) {
    this.nation = nation;
  }

  public Stream<Device> of(Estate estate, LocalDate day) {
    return of(estate, day, IntStream.range(0, estate.devices()));
  }

  /** Those of its devices that have these numbers and were there on that day. */
  Stream<Device> of(Estate estate, LocalDate day, IntStream numbers) {
    return numbers.mapToObj(number -> at(estate, number, day)).flatMap(Optional::stream);
  }

  private Optional<Device> at(Estate estate, int number, LocalDate day) {
    String code = estate.organisation().code();
    Chance chance = nation.chance("device", code, number);
    boolean watched = !estate.isUnwatched(number);
    boolean settled = estate.isLagging(number) || !watched || chance.happens(0.9);
    LocalDate firstSeenOn =
        settled
            ? chance.day(FIRST, INVENTORIES_START)
            : chance.day(INVENTORIES_START, INVENTORIES_END);
    boolean retires = chance.happens(0.04) && watched && settled;
    LocalDate retiredOn = retires ? chance.day(INVENTORIES_START, INVENTORIES_END) : LocalDate.MAX;
    if (firstSeenOn.isAfter(day)
        || (retires && retiredOn.plusDays(FORGOTTEN_AFTER_DAYS).isBefore(day))) {
      return Optional.empty();
    }
    String id = id(chance);
    boolean server = chance.happens(estate.organisation().kind() == Kind.GP_PRACTICE ? 0 : 0.1);
    boolean special = chance.happens(0.012);
    Release usual =
        estate.isLagging(number)
            ? upgrades.lagging(server, day, chance)
            : upgrades.kept(server, day, chance);
    Release release = EstateStories.release(code, number).orElse(usual);
    Chance today = nation.chance("seen-" + day, code, number);
    Health health = watched ? Health.ACTIVE : trouble(release, chance);
    health = release.takesAgent() ? health : Health.TOO_OLD_FOR_AGENT;
    LocalDate lastSeenOn =
        retiredOn.isBefore(day) ? retiredOn : lastSeenOn(health, day, chance, today);
    if (lastSeenOn.isBefore(day.minusDays(7)) && health == Health.ACTIVE) {
      health = Health.INACTIVE;
    }
    LocalDate seenOn = lastSeenOn.isBefore(firstSeenOn) ? firstSeenOn : lastSeenOn;
    return Optional.of(
        new Device(
            id,
            hostName(code, release, number),
            EstateStories.byItsClock(
                code, number, day, new Sighting(firstSeenOn, seenOn, today.below(86_400))),
            release,
            !estate.isUnnamed(number),
            seenOn.minusDays(patchLag(estate, chance)),
            health,
            label(estate, release, special, number)));
  }

  private static Health trouble(Release release, Chance chance) {
    double which = chance.share();
    if (which < 0.25 && release.isWindows()) {
      return Health.WITHOUT_AGENT;
    }
    return TROUBLES.at(which);
  }

  private static LocalDate lastSeenOn(Health health, LocalDate day, Chance lasting, Chance today) {
    return switch (health) {
      case ACTIVE -> day.minusDays(today.happens(0.003) ? today.between(31, 45) : today.below(6));
      case INACTIVE -> {
        LocalDate lostOn = lasting.day(INVENTORIES_START, INVENTORIES_END).minusDays(300);
        yield lostOn.isBefore(day.minusDays(8)) ? lostOn : day.minusDays(9);
      }
      default -> day.minusDays(today.below(12));
    };
  }

  /** How long patches take to reach a device: days where things are well kept, else weeks. */
  private static int patchLag(Estate estate, Chance chance) {
    double usual = 5 * StrictMath.exp(-0.5 * estate.organisation().quality());
    return (int) Math.min(200, usual * StrictMath.exp(0.6 * chance.normal()));
  }

  private static String id(Chance chance) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(chance.bits())
        + hex.toHexDigits(chance.bits())
        + hex.toHexDigits(chance.bits(), 8);
  }

  private static String hostName(String code, Release release, int number) {
    return code.toLowerCase(Locale.ROOT)
        + "-"
        + release.hostLetters()
        + (10_000 + number)
        + ".made-up.example";
  }

  /** The agents' group: the organisation's own, the ICB's for practices, or none. */
  static String group(Organisation organisation) {
    return organisation.kind() == Kind.GP_PRACTICE
        ? organisation.icb().area() + " primary care"
        : organisation.name() + " devices";
  }

  /** A special device belongs to no group; every other one carries a code that is in no list. */
  private Label label(Estate estate, Release release, boolean special, int number) {
    boolean hasGroup = estate.mapping() != Mapping.BY_TAG || isPractice(estate);
    String group = special || !hasGroup ? NO_GROUP : group(estate.organisation());
    boolean tagged = estate.mapping() == Mapping.BY_TAG && (isPractice(estate) || !special);
    List<String> tags = new ArrayList<>();
    if (tagged) {
      String code = estate.organisation().code();
      boolean small = nation.chance("small-tag", code).happens(WRITES_ITS_TAG_SMALL);
      tags.add("ods:" + (small ? code.toLowerCase(Locale.ROOT) : code));
    } else if (special && number % 2 == 0) {
      tags.add(EstateStories.tagOfNobody(number));
    }
    if (Releases.LONG_TERM.contains(release)) {
      tags.add("LTSC");
    }
    return new Label(group, group.equals(NO_GROUP) ? 0 : groupNumber(group), tags);
  }

  static int groupNumber(String group) {
    return 100 + Math.floorMod(group.hashCode(), 90_000);
  }

  private static boolean isPractice(Estate estate) {
    return estate.organisation().kind() == Kind.GP_PRACTICE;
  }
}

package org.cyberreadiness.samples.inventory;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.chance.Normal;
import org.cyberreadiness.samples.inventory.Estate.Channel;
import org.cyberreadiness.samples.inventory.Estate.Mapping;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.nation.Scale;

/** The estates of all organisations that have agents at all. */
public final class Estates {
  private static final double WITHOUT_INVENTORY = 0.15;

  /** How strongly quality shows in an estate. */
  private static final double PULL = 0.55;

  /** Share of unsupported devices by trust: quantiles of real trusts in 2022. */
  private static final Quantiles UNSUPPORTED =
      Quantiles.of(
          0, 0, 0.05, 0, 0.10, 0.00047, 0.25, 0.0025, 0.50, 0.00862, 0.75, 0.0314, 0.90, 0.10605,
          0.95, 0.22832, 0.982, 0.5, 1, 0.7);

  /** Share of devices that the agent does not watch well. No public figure: our assumption. */
  private static final Quantiles UNWATCHED =
      Quantiles.of(0, 0, 0.25, 0.008, 0.50, 0.022, 0.75, 0.05, 0.90, 0.15, 1, 0.45);

  /** Some lagging devices are mended in the end, or their support has not ended yet. */
  private static final double NOT_YET_PAST = 1.2;

  private final Nation nation;

  public Estates(Nation nation) {
    this.nation = nation;
  }

  /** The estates that agents report on a day. */
  public Stream<Estate> on(LocalDate day) {
    return nation
        .organisations(Estates::hasDevices)
        .filter(organisation -> organisation.isOpenOn(day))
        .flatMap(organisation -> of(organisation).stream());
  }

  /** The estate of an organisation; empty where it has no agents. */
  public Optional<Estate> of(Organisation organisation) {
    Chance chance = nation.chance("estate", organisation.code());
    double dark = Normal.shareBelow(0.35 * organisation.quality() + 0.937 * chance.normal());
    boolean told = EstateStories.tellOf(organisation.code());
    if (!hasDevices(organisation.kind()) || (dark < WITHOUT_INVENTORY && !told)) {
      return Optional.empty();
    }
    int devices = devices(organisation.kind(), chance);
    devices = told ? Math.max(devices, EstateStories.AT_LEAST) : devices;
    double past = UNSUPPORTED.at(1 - standing(organisation, chance));
    int lagging = count(Math.min(0.9, past * NOT_YET_PAST), devices);
    int unwatched = count(UNWATCHED.at(1 - standing(organisation, chance)), devices);
    int unnamed = chance.happens(0.12) ? count(chance.share() * 0.06, devices) : 0;
    double missing = chance.happens(0.08) ? 0.2 : 0;
    return Optional.of(
        new Estate(
            organisation,
            devices,
            lagging,
            Math.min(unnamed, devices - lagging),
            Math.min(unwatched, devices),
            missing,
            EstateStories.mapping(organisation.code()).orElse(mapping(organisation, chance)),
            told ? Channel.MACHINES : channel(organisation)));
  }

  static boolean hasDevices(Kind kind) {
    return kind.isEnglishTrust()
        || kind == Kind.ICB
        || kind == Kind.CSU
        || kind == Kind.GP_PRACTICE;
  }

  private int devices(Kind kind, Chance chance) {
    Scale scale = nation.scale();
    double typical =
        switch (kind) {
          case TRUST -> scale.typicalTrustDevices();
          case CARE_TRUST, CSU -> scale.typicalTrustDevices() * 0.7;
          case ICB -> scale.typicalTrustDevices() * 0.25;
          default -> scale.typicalPracticeDevices();
        };
    double spread = kind == Kind.GP_PRACTICE ? 0.35 : 0.6;
    double size = typical * StrictMath.exp(spread * chance.normal());
    return Math.max(kind.isTrust() ? 8 : 1, (int) Math.round(size));
  }

  private static double standing(Organisation organisation, Chance chance) {
    return Normal.shareBelow(
        PULL * organisation.quality() + StrictMath.sqrt(1 - PULL * PULL) * chance.normal());
  }

  /** Rounded, but a little less readily up: in a small estate one device is many per cent. */
  private static int count(double share, int devices) {
    return (int) Math.floor(share * devices + 0.4);
  }

  private Channel channel(Organisation organisation) {
    double which = nation.chance("channel", organisation.code()).share();
    if (!organisation.kind().isTrust() || which < 0.90) {
      return Channel.MACHINES;
    }
    return which < 0.955 ? Channel.DEVICE_INFO : Channel.OSQUERY;
  }

  private static Mapping mapping(Organisation organisation, Chance chance) {
    if (organisation.kind() == Kind.GP_PRACTICE) {
      return Mapping.BY_TAG;
    }
    double which = chance.share();
    return which < 0.015 ? Mapping.NOT_MAPPED : which < 0.17 ? Mapping.BY_TAG : Mapping.BY_GROUP;
  }
}

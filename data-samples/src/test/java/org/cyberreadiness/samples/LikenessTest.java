package org.cyberreadiness.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cyberreadiness.samples.inventory.Device;
import org.cyberreadiness.samples.inventory.Devices;
import org.cyberreadiness.samples.inventory.Estate;
import org.cyberreadiness.samples.inventory.Estates;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.nation.Scale;
import org.cyberreadiness.samples.toolkit.Edition;
import org.cyberreadiness.samples.toolkit.Return;
import org.cyberreadiness.samples.toolkit.Returns;
import org.junit.jupiter.api.Test;

/**
 * The made-up nation resembles the real one. The real figures stand in the comments: [8] domain
 * page, section 8; [4] its section 4 and the published quantiles of trusts' estates in 2022; [5]
 * method page, section 5.
 */
class LikenessTest {
  private static final GeneratedSample SAMPLE = GeneratedSample.DEFAULT;
  private static final Nation NATION = Nation.of(2017, Scale.SAMPLE);
  private static final Returns RETURNS = new Returns(NATION);
  private static final LocalDate NIGHT = LocalDate.of(2024, 8, 31);

  @Test
  void aboutThreeOfTenTrustsAreBelowTheStandard() {
    // [8] 61 of 217, 63 of 212, 57 of 211; 93 in the first edition
    assertThat(below(Edition.E1819)).isBetween(75L, 110L);
    assertThat(below(Edition.E1920)).isBetween(50L, 76L);
    assertThat(below(Edition.E2021)).isBetween(50L, 78L);
    assertThat(below(Edition.E2122)).isBetween(50L, 76L);
    assertThat(below(Edition.E2223)).isBetween(44L, 70L);
    assertThat(below(Edition.E2324)).isBetween(44L, 70L);
  }

  @Test
  void failingIsSticky() {
    // [8] 45 of 93, then 52 of 63 stayed below
    assertThat(belowAgain(Edition.E1819, Edition.E1920)).isCloseTo(0.48, within(0.10));
    assertThat(belowAgain(Edition.E1920, Edition.E2021)).isCloseTo(0.83, within(0.10));
    assertThat(belowAgain(Edition.E2122, Edition.E2223)).isCloseTo(0.80, within(0.12));
  }

  @Test
  void someTrustsFailAgainAndAgain() {
    // [8] of 209 trusts: never 77, once 60, twice 21, three times 28, every time 23
    TreeMap<Integer, Integer> timesBelow = new TreeMap<>();
    for (Organisation trust : trusts().toList()) {
      List<Boolean> editions =
          Stream.of(Edition.E1819, Edition.E1920, Edition.E2021, Edition.E2122)
              .map(edition -> isBelow(trust, edition))
              .flatMap(Optional::stream)
              .toList();
      if (editions.size() == 4) {
        timesBelow.merge((int) editions.stream().filter(failed -> failed).count(), 1, Integer::sum);
      }
    }
    assertThat(timesBelow.values()).hasSize(5);
    assertThat(timesBelow.get(0)).isBetween(62, 92);
    assertThat(timesBelow.get(1)).isBetween(45, 75);
    assertThat(timesBelow.get(2)).isBetween(12, 32);
    assertThat(timesBelow.get(3)).isBetween(18, 38);
    assertThat(timesBelow.get(4)).isBetween(14, 32);
  }

  @Test
  void sectorsPublishAsTheyDidInSeptember2022() {
    // [8] GP 89.8 %, pharmacy 88.2 %, local authority 80.8 %, dentist 77.5 %, social care 72.4 %
    Map<String, Double> shares = sharesOnCurrentEdition();
    assertThat(shares.get("ZZG")).isCloseTo(0.898, within(0.04));
    assertThat(shares.get("ZZP")).isCloseTo(0.882, within(0.05));
    assertThat(shares.get("ZZL")).isCloseTo(0.808, within(0.12));
    assertThat(shares.get("ZZD")).isCloseTo(0.775, within(0.14));
    assertThat(shares.get("ZZA")).isCloseTo(0.724, within(0.10));
    assertThat(shares.get("ZZV")).isCloseTo(0.724, within(0.10));
  }

  @Test
  void practicesAndPharmaciesNeverPublishBelowTheStandard() {
    assertThat(
            NATION
                .organisations(kind -> kind == Kind.GP_PRACTICE || kind == Kind.PHARMACY)
                .flatMap(one -> RETURNS.of(one).stream())
                .filter(made -> made.edition().compareTo(Edition.E2021) >= 0))
        .noneMatch(made -> made.outcomeOn(NIGHT).isBelowStandard());
  }

  @Test
  void closedEditionsStillImprove() {
    assertThat(trusts().flatMap(trust -> RETURNS.of(trust).stream()))
        .filteredOn(made -> made.versions().getLast().from().isAfter(made.edition().settledOn()))
        .hasSizeBetween(10, 80)
        .allMatch(made -> !made.versions().getLast().outcome().isBelowStandard());
  }

  @Test
  void mostTrustsHaveFewUnsupportedDevicesAndSomeVeryMany() {
    // [4] of 215 trusts 39 above 5 %, 23 above 10 %, 12 above 20 %; median 0.9 %
    List<Double> shares = unsupportedShares();
    assertThat(shares.size()).isBetween(165, 195);
    assertThat(above(0.05, shares)).isCloseTo(39.0 / 215, within(0.05));
    assertThat(above(0.10, shares)).isCloseTo(23.0 / 215, within(0.04));
    assertThat(above(0.20, shares)).isCloseTo(12.0 / 215, within(0.035));
    assertThat(shares.get(shares.size() / 2)).isLessThan(0.02);
  }

  @Test
  void trustsHaveTheRightSizeForEachOther() {
    // [4] active Windows devices of a trust: 5 % 1,674, median 4,987, 95 % 12,454
    List<Integer> sizes =
        trusts()
            .flatMap(trust -> new Estates(NATION).of(trust).stream())
            .map(Estate::devices)
            .sorted()
            .toList();
    double median = sizes.get(sizes.size() / 2);
    assertThat(sizes.get(sizes.size() * 5 / 100) / median).isCloseTo(1674.0 / 4987, within(0.1));
    assertThat(sizes.get(sizes.size() * 95 / 100) / median).isCloseTo(12454.0 / 4987, within(0.6));
  }

  @Test
  void inspectionsFindMoreWhereTheyWereTargeted() {
    // [5] 60 % of targeted and 33 % of random inspections find something serious
    Map<String, Inspected> inspections = new HashMap<>();
    for (List<String> row :
        SAMPLE.files("cyber-inspections").stream()
            .flatMap(file -> SAMPLE.rows(file).stream().skip(1))
            .toList()) {
      boolean serious =
          row.get(6).equals("not_met") && Set.of("high", "critical").contains(row.get(7));
      inspections.merge(
          row.getFirst(),
          new Inspected(row.get(4), serious),
          (one, other) -> new Inspected(one.selection(), one.serious() || other.serious()));
    }
    assertThat(inspections).hasSizeBetween(200, 260);
    List<Inspected> targeted = selected(inspections, "targeted");
    List<Inspected> random = selected(inspections, "random");
    assertThat(targeted.size() / (double) inspections.size()).isCloseTo(0.77, within(0.06));
    assertThat(random.size() / (double) inspections.size()).isCloseTo(0.20, within(0.04));
    assertThat(seriousShare(targeted)).isCloseTo(0.55, within(0.12));
    assertThat(seriousShare(random)).isCloseTo(0.33, within(0.12));
  }

  private static Stream<Organisation> trusts() {
    return NATION.organisations(Kind::isEnglishTrust);
  }

  private static long below(Edition edition) {
    return trusts().map(trust -> isBelow(trust, edition)).filter(Optional.of(true)::equals).count();
  }

  /** As it was when the edition was settled; empty where the trust did not exist then. */
  private static Optional<Boolean> isBelow(Organisation trust, Edition edition) {
    if (!trust.isOpenOn(edition.deadline())
        || trust.life().openedOn().isAfter(edition.deadline().minusDays(60))) {
      return Optional.empty();
    }
    return Optional.of(
        RETURNS.of(trust).stream()
            .filter(made -> made.edition() == edition)
            .findFirst()
            .map((Return made) -> made.outcomeOn(edition.settledOn()).isBelowStandard())
            .orElse(true));
  }

  private static double belowAgain(Edition first, Edition next) {
    Predicate<Organisation> failed = trust -> isBelow(trust, first).equals(Optional.of(true));
    List<Organisation> both =
        trusts().filter(failed).filter(trust -> isBelow(trust, next).isPresent()).toList();
    return both.stream().filter(trust -> isBelow(trust, next).orElse(false)).count()
        / (double) both.size();
  }

  private static Map<String, Double> sharesOnCurrentEdition() {
    Map<String, List<Boolean>> published = new HashMap<>();
    SAMPLE.rows(SAMPLE.files("dspt/DSPT search results 09_09_2022").getFirst()).stream()
        .skip(1)
        .forEach(
            row ->
                published
                    .computeIfAbsent(row.getFirst().substring(0, 3), kind -> new ArrayList<>())
                    .add(row.get(2).matches("2[12]/2[23] .*")));
    Map<String, Double> shares = new HashMap<>();
    published.forEach(
        (kind, rows) ->
            shares.put(
                kind, rows.stream().filter(current -> current).count() / (double) rows.size()));
    return shares;
  }

  private static List<Double> unsupportedShares() {
    Devices devices = new Devices(NATION);
    return new Estates(NATION)
        .on(NIGHT)
        .filter(estate -> estate.organisation().kind().isEnglishTrust())
        .map(
            estate -> {
              List<Device> windows =
                  devices
                      .of(estate, NIGHT)
                      .filter(device -> device.release().isWindows())
                      .filter(device -> device.seen().lastOn().isAfter(NIGHT.minusDays(31)))
                      .toList();
              return windows.stream()
                      .filter(device -> !device.release().isSupportedOn(NIGHT))
                      .count()
                  / (double) windows.size();
            })
        .sorted()
        .toList();
  }

  private static double above(double limit, List<Double> shares) {
    return shares.stream().filter(share -> share > limit).count() / (double) shares.size();
  }

  private static List<Inspected> selected(Map<String, Inspected> inspections, String selection) {
    return inspections.values().stream()
        .filter(inspection -> inspection.selection().equals(selection))
        .toList();
  }

  private static double seriousShare(List<Inspected> inspections) {
    return inspections.stream().filter(Inspected::serious).count() / (double) inspections.size();
  }

  private record Inspected(String selection, boolean serious) {}
}

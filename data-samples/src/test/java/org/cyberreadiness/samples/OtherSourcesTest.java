package org.cyberreadiness.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberreadiness.samples.inventory.Device;
import org.cyberreadiness.samples.inventory.Devices;
import org.cyberreadiness.samples.inventory.Estate;
import org.cyberreadiness.samples.inventory.Estates;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.nation.Scale;
import org.cyberreadiness.samples.writing.Delivery;
import org.junit.jupiter.api.Test;

/** The sources beside toolkit exports, machines and inspections say sensible things. */
class OtherSourcesTest {
  private static final GeneratedSample SAMPLE = GeneratedSample.DEFAULT;
  private static final Pattern ALERT =
      Pattern.compile(
          "\"threatId\":\"(CC-\\d+)\",\"publishedDate\":(\\d+),.*\"severity\":\"([^\"]+)\"");

  @Test
  void publishedAtTheStandardMeansEveryMandatoryAssertionIsConfirmed() {
    Set<String> unconfirmed =
        rows("dspt-assertions")
            .filter(row -> row.get(3).equals("final") && row.get(5).equals("Y"))
            .filter(row -> row.get(6).equals("not_confirmed"))
            .map(row -> row.get(0) + " " + row.get(1))
            .collect(Collectors.toSet());

    List<List<String>> september =
        SAMPLE.rows(SAMPLE.files("dspt/DSPT search results 09_09_2022").getFirst()).stream()
            .filter(row -> row.getFirst().startsWith("ZZT") && row.get(2).startsWith("21/22"))
            .toList();
    assertThat(september)
        .filteredOn(row -> row.get(2).contains("Exceeded"))
        .noneMatch(row -> unconfirmed.contains(row.getFirst() + " 21/22"));
    assertThat(september)
        .filteredOn(row -> row.get(2).matches(".*(Approaching|Not Met).*"))
        .isNotEmpty()
        .allMatch(row -> unconfirmed.contains(row.getFirst() + " 21/22"));
  }

  @Test
  void mostTrustsWereSatisfactoryUnderTheOldToolkit() {
    Map<String, Integer> lowest = new HashMap<>();
    rows("ig-toolkit/2018")
        .filter(row -> row.getFirst().startsWith("ZZT") && row.get(2).equals("final"))
        .forEach(row -> lowest.merge(row.getFirst(), Integer.parseInt(row.get(5)), Math::min));

    double satisfactory =
        lowest.values().stream().filter(level -> level >= 2).count() / (double) lowest.size();
    assertThat(lowest.size()).isBetween(195, 225);
    assertThat(satisfactory).isCloseTo(0.9, within(0.06));
  }

  @Test
  void assuranceNamesRolesAndNeverPeople() {
    Set<String> roles = rows("dspr").map(row -> row.get(6)).collect(Collectors.toSet());

    assertThat(roles).contains("", "Senior Information Risk Owner").hasSizeLessThan(8);
    assertThat(rows("dspr").filter(row -> row.get(0).startsWith("ZZT")))
        .filteredOn(row -> row.get(2).equals("NHS Improvement"))
        .hasSizeGreaterThan(1900);
  }

  @Test
  void twoHundredAlertsAYearSomeThirteenOfThemHigh() {
    // domain page, section 6
    Map<String, Long> published = alerts();
    assertThat(published.size() / 3.69).isCloseTo(200, within(15.0));
    assertThat(highAlerts().size() / 3.69).isCloseTo(13, within(5.0));
  }

  @Test
  void theFirstAlertTookEverybodyBySurprise() {
    // domain page, section 6: 16 % had responded after four days, one in five silent after eight
    Map<String, Long> published = highAlerts();
    String first =
        published.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();

    assertThat(answered(first, published, 4)).isCloseTo(0.16, within(0.08));
    assertThat(1 - answered(first, published, 8)).isCloseTo(0.20, within(0.08));
  }

  private static double answered(String alert, Map<String, Long> published, int days) {
    long until = published.getOrDefault(alert, 0L) + days * 86_400_000L;
    long answered =
        rows("alert-responses")
            .filter(row -> row.getFirst().equals(alert))
            .filter(row -> Instant.parse(row.get(3)).toEpochMilli() <= until)
            .map(row -> row.get(1))
            .distinct()
            .count();
    return answered / 215.0; // trusts and support units; boards came later
  }

  @Test
  void oneServiceAnswersForFortyOrganisationsAtOnce() {
    Map<String, Set<String>> servedBy = new TreeMap<>();
    rows("alert-responses")
        .filter(row -> !row.get(1).equalsIgnoreCase(row.get(4)))
        .forEach(
            row ->
                servedBy
                    .computeIfAbsent(row.get(4).toUpperCase(Locale.ROOT), by -> new HashSet<>())
                    .add(row.get(1)));

    assertThat(servedBy).hasSize(1);
    assertThat(servedBy.get("ZZU01")).hasSizeBetween(38, 40);
  }

  @Test
  void someTrainEnoughOfTheirStaffAndSomeDoNot() {
    List<List<String>> returns =
        rows("training/20")
            .filter(row -> row.getFirst().startsWith("ZZT") && row.get(1).startsWith("20"))
            .filter(row -> row.stream().skip(2).allMatch(cell -> cell.matches("\\d+")))
            .toList();
    long met =
        returns.stream()
            .filter(row -> Integer.parseInt(row.get(3)) >= 0.95 * Integer.parseInt(row.get(2)))
            .count();
    assertThat(met / (double) returns.size()).isBetween(0.5, 0.8);
  }

  @Test
  void ratingsComeAsBothSheets() {
    Path providers = SAMPLE.files("cqc-ratings/2024-07-01/Latest_ratings_Providers").getFirst();
    Path locations = SAMPLE.files("cqc-ratings/2024-07-01/Latest_ratings_Locations").getFirst();

    assertThat(SAMPLE.rows(providers)).allMatch(row -> row.size() == 21);
    assertThat(SAMPLE.rows(locations)).allMatch(row -> row.size() == 28);
  }

  @Test
  void theNationalScaleIsAsLargeAsTheNation() {
    Nation nation = Nation.of(2017, Scale.NATIONAL);
    Estates estates = new Estates(nation);

    assertThat(nation.organisations(kind -> kind != Kind.COST_CENTRE).count())
        .isBetween(59_000L, 61_000L);
    assertThat(nation.organisations(kind -> true).map(Organisation::code)).doesNotHaveDuplicates();
    assertThat(nation.organisations(kind -> true).map(Organisation::name)).doesNotHaveDuplicates();
    assertThat(
            nation
                .organisations(kind -> true)
                .flatMap(one -> estates.of(one).stream())
                .filter(estate -> estate.channel() == Estate.Channel.MACHINES)
                .mapToLong(Estate::devices)
                .sum())
        .isBetween(1_950_000L, 2_400_000L);
  }

  @Test
  void aNationalNightHasSixtyFourCompressedPartsInAFolderOfItsDay() {
    LocalDate later = Nation.LAST_NIGHT.plusDays(1);
    List<String> paths =
        Sources.deliveries(Nation.of(2017, Scale.NATIONAL), List.of(later)).stream()
            .map(Delivery::path)
            .toList();

    assertThat(paths).doesNotHaveDuplicates();
    for (String day : List.of("2024-08-31", later.toString())) {
      assertThat(paths)
          .filteredOn(path -> path.matches("agents-mde/" + day + "/machines-\\d+\\.json\\.gz"))
          .hasSize(64);
    }
  }

  @Test
  void aboutThreeInAHundredOfANationsDevicesAreNobodys() {
    // [U] no public figure: groups that nobody maps, devices in no group, codes that no list knows
    Nation nation = Nation.of(2017, Scale.NATIONAL);
    Devices devices = new Devices(nation);
    double all = 0;
    double nobodys = 0;
    for (Estate estate : new Estates(nation).on(Nation.LAST_NIGHT).toList()) {
      all += estate.devices();
      if (estate.mapping() == Estate.Mapping.NOT_MAPPED) {
        nobodys += estate.devices();
      } else if (estate.devices() > 1000) {
        List<Device> some = devices.of(estate, Nation.LAST_NIGHT).limit(300).toList();
        long loose = some.stream().filter(OtherSourcesTest::isLoose).count();
        nobodys += estate.devices() * loose / (double) some.size();
      }
    }
    assertThat(nobodys / all).isCloseTo(0.03, within(0.012));
  }

  private static boolean isLoose(Device device) {
    return device.label().groupNumber() == 0
        && device.label().tags().stream().noneMatch(tag -> tag.matches("(?i)ods:zz[^q].*"));
  }

  private static Stream<List<String>> rows(String source) {
    return SAMPLE.files(source).stream().flatMap(file -> SAMPLE.rows(file).stream().skip(1));
  }

  private static Map<String, Long> alerts() {
    return published("");
  }

  private static Map<String, Long> highAlerts() {
    return published("High");
  }

  private static Map<String, Long> published(String severity) {
    Map<String, Long> published = new HashMap<>();
    SAMPLE.files("alerts").stream()
        .flatMap(file -> SAMPLE.lines(file).stream())
        .map(ALERT::matcher)
        .filter(Matcher::find)
        .filter(alert -> severity.isEmpty() || alert.group(3).equals(severity))
        .forEach(alert -> published.put(alert.group(1), Long.parseLong(alert.group(2))));
    return published;
  }
}

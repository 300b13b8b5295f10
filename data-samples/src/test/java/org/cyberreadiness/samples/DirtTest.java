package org.cyberreadiness.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberreadiness.samples.nation.Nation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the seed, every kind of dirt that the README promises is there, where it says. */
@ParameterizedClass
@MethodSource("nations")
class DirtTest {
  private final GeneratedSample nation;

  DirtTest(GeneratedSample nation) {
    this.nation = nation;
  }

  static Stream<GeneratedSample> nations() {
    return Stream.of(GeneratedSample.DEFAULT, new GeneratedSample(4711));
  }

  @Test
  void twoAgentsTellOfOneOrganisationOnDifferentDays() {
    assertThat(lines("agents-mde/2024-08-28/machines-zzt005.json"))
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.contains("zzt005-") && !line.contains("macOS"));
    assertThat(lines("agents-osquery/2024-08-30/hosts-zzt005.json"))
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.contains("zzt005-") && line.contains("darwin"));
    assertThat(lines("agents-mde/2024-08-31")).noneMatch(line -> line.contains("zzt005-"));
  }

  @Test
  void aDeviceStandsInTwoFilesOfOneDay() {
    Set<String> first = ids("agents-mde/2024-08-31/machines-101");
    first.retainAll(ids("agents-mde/2024-08-31/machines-102"));
    assertThat(first).isNotEmpty();
  }

  @Test
  void clocksAreFarAheadNeverSetOrTwoDaysAhead() {
    List<String> lines =
        lines("agents-mde/2024-07-31").stream().filter(one -> one.contains("\"zzt007-")).toList();
    assertThat(lines).anyMatch(line -> line.contains("\"lastSeen\":\"2035-"));
    assertThat(lines).anyMatch(line -> line.contains("\"lastSeen\":\"0001-01-01"));
    assertThat(lines).anyMatch(line -> line.contains("\"lastSeen\":\"2024-08-02"));
  }

  @Test
  void filesComeAgain() throws IOException {
    assertThat(bytes("monitoring/2024-09-02/monitoring (1).csv"))
        .as("under another name")
        .isEqualTo(bytes("monitoring/2024-09-02/monitoring.csv"));
    assertThat(bytes("training/sent again/2024-07-15/training.csv"))
        .as("in another folder")
        .isEqualTo(bytes("training/2024-07-15/training.csv"));
    assertThat(lines("os-builds/2024-09-06/os-builds.csv.gz"))
        .as("compressed")
        .hasSizeGreaterThan(10)
        .hasSize(lines("os-builds/2024-09-06/os-builds.csv").size() / 2);
    assertThat(bytes("agent-tenants/2024-09-09/agent-tenants.csv"))
        .as("of a later day")
        .isEqualTo(bytes("agent-tenants/2024-06-28/agent-tenants.csv"));
  }

  @Test
  void coverIsSaidThenSaidOtherwiseThenSaidAgain() throws IOException {
    byte[] march = bytes("support-cover/2024-03-31/support-cover.csv");
    assertThat(bytes("support-cover/2024-05-31/support-cover.csv")).isNotEqualTo(march);
    assertThat(bytes("support-cover/2024-06-28/support-cover.csv")).isEqualTo(march);
  }

  @Test
  void oneExportContradictsItself() {
    assertThat(statuses("05_09_2023", "ZZT025"))
        .contains("22/23 Standards Met", "22/23 Standards Not Met");
    assertThat(statuses("02_07_2024", "zzt026")).contains("23/24 Standards Exceeded");
    assertThat(statuses("02_07_2024", "ZZT026")).isNotEmpty();
  }

  @Test
  void aStatusOfTheYearBeforeTheToolkitStandsBesideTheFinalReturn() {
    assertThat(statuses("08_06_2020", "ZZT033")).containsExactly("17/18 Standards Met");
    assertThat(rows("ig-toolkit/2018-04-07"))
        .anyMatch(row -> row.get(0).equals("ZZT033") && row.get(2).equals("final"));
  }

  @Test
  void aPublishedReturnIsListedAsNotPublishedForAWhile() {
    assertThat(statuses("05_09_2023", "ZZT020")).noneMatch("Not Published"::equals);
    assertThat(statuses("09_01_2024", "ZZT020")).containsExactly("Not Published");
    assertThat(statuses("02_07_2024", "ZZT020")).noneMatch("Not Published"::equals);
  }

  @Test
  void aClosedTrustLingersAsNotPublished() {
    assertThat(statuses("10_09_2021", "ZZT220")).allMatch(status -> status.startsWith("20/21"));
    assertThat(statuses("11_01_2022", "ZZT220")).containsExactly("Not Published");
    assertThat(statuses("06_06_2022", "ZZT220")).isEmpty();
  }

  @Test
  void anEndOfSupportIsLearnedMonthsAfterIt() {
    assertThat(lines("support-catalogue/2022-10-25/windows.json"))
        .anyMatch(line -> line.contains("\"10-20h2-e\"") && line.contains("\"eol\":false"));
    assertThat(lines("support-catalogue/2023-11-06/windows.json"))
        .anyMatch(
            line -> line.contains("\"10-20h2-e\"") && line.contains("\"eol\":\"2023-05-09\""));
  }

  @Test
  void longTermReleasesAreListedTwiceAndOneInCapitals() {
    assertThat(lines("support-catalogue/2023-11-06/windows.json"))
        .anyMatch(line -> line.contains("\"10-21h2-e-lts\""))
        .anyMatch(line -> line.contains("\"10-21h2-lts\""))
        .anyMatch(line -> line.contains("\"10-1607-E-LTS\""));
  }

  @Test
  void coverMappingAndScopeAreToldLate() {
    assertThat(rows("support-cover/2024-03-31"))
        .noneMatch(row -> row.containsAll(List.of("ZZT017", "2023-05-01")));
    assertThat(rows("support-cover/2024-07-31"))
        .anyMatch(row -> row.containsAll(List.of("ZZT017", "Windows 7", "2023-05-01")));
    assertThat(mapped("agent-tenants/2023-06-30")).doesNotContain("ZZT013");
    assertThat(mapped("agent-tenants/2024-06-28")).contains("ZZT013");
    assertThat(rows("nis-scope/2021-06-07")).noneMatch(row -> row.getFirst().equals("ZZT019"));
    assertThat(rows("nis-scope/2024-09-02"))
        .anyMatch(row -> row.subList(0, 2).equals(List.of("ZZT019", "2018-05-10")));
  }

  @Test
  void anAlertIsFoundGraveMonthsLater() {
    Set<String> medium = alerts("alerts/2024-04-02", "Medium");
    medium.retainAll(alerts("alerts/2024-09-09", "High"));
    assertThat(medium).hasSize(1);
  }

  @Test
  void organisationsMoveToAnotherBoardAndRegion() {
    List<String> before = listed("ods/etr_2023-04", "ZZT100");
    List<String> after = listed("ods/etr_2023-10", "ZZT100");
    assertThat(before.get(2)).isNotEqualTo(after.get(2));
    assertThat(before.get(3)).isNotEqualTo(after.get(3));
    assertThat(board("ods/sub_icb_to_icb_to_region_2022-07"))
        .isNotEqualTo(board("ods/sub_icb_to_icb_to_region_2023-04"));
  }

  @Test
  void organisationsAreMergedTakenOverAndSplit() {
    assertThat(rows("succession/succ_2024-08").map(row -> row.get(0) + " " + row.get(1)))
        .contains("ZZT215 ZZT030", "ZZT216 ZZT030")
        .contains("ZZT213 ZZT015", "ZZT221 ZZT075")
        .contains("ZZT220 ZZT060", "ZZT220 ZZT061", "ZZT222 ZZT110", "ZZT222 ZZT111");
    assertThat(listed("ods/etr_2024-08", "ZZT075").get(10)).isEqualTo("20130401");
    assertThat(listed("ods/etr_2024-08", "ZZT110").get(10)).isEqualTo("20221001");
  }

  @Test
  void codesAreSmallInColumnsOtherThanTheFirst() {
    Pattern small = Pattern.compile("(zz[a-z]\\d+|qz\\d\\d)");
    assertThat(rows("alert-responses")).anyMatch(row -> small.matcher(row.get(4)).matches());
    assertThat(rows("agent-tenants")).anyMatch(row -> small.matcher(row.get(1)).matches());
    assertThat(rows("incidents")).anyMatch(row -> small.matcher(row.get(1)).matches());
    assertThat(rows("cyber-inspections")).anyMatch(row -> small.matcher(row.get(1)).matches());
    assertThat(lines("agents-mde/2024-08-31")).anyMatch(line -> line.contains("\"ods:zzg"));
  }

  @Test
  void aByteOrderMarkStandsBeforeAQuotedHeader() throws IOException {
    assertThat(new String(bytes("academy/2024-09-02/academy.csv"), StandardCharsets.UTF_8))
        .startsWith("\uFEFF\"ods_code\",");
  }

  @Test
  void someDevicesAreNobodys() {
    List<String> machines = lines("agents-mde/2024-08-31");
    assertThat(machines).anyMatch(line -> line.contains("\"ods:ZZQ00"));
    assertThat(machines).anyMatch(line -> line.contains("\"zzt011-"));
    assertThat(mapped("agent-tenants")).doesNotContain("ZZT011");
  }

  @Test
  void onEachOfTheLastNightsSomethingComes() {
    for (String night : List.of("2024-09-08", "2024-09-09", "2024-09-10")) {
      String[] day = night.split("-", -1);
      assertThat(lines("agents-mde/" + night)).as(night).hasSizeGreaterThan(5_000);
      assertThat(lines("dspt/DSPT search results " + day[2] + "_09_2024"))
          .as(night)
          .hasSizeGreaterThan(900);
    }
    assertThat(statuses("08_09_2024", "ZZT027")).containsExactly("23/24 Approaching Standards");
    assertThat(statuses("09_09_2024", "ZZT027")).containsExactly("23/24 Standards Met");
    assertThat(statuses("09_09_2024", "ZZT028")).containsExactly("23/24 Standards Met");
    assertThat(statuses("10_09_2024", "ZZT028")).containsExactly("23/24 Standards Not Met");
  }

  @Test
  void aFileCannotBeReadAndRowsMustBeSetAside() {
    assertThat(lines("training/2024-09-09/training.csv").getFirst()).contains("Head count");
    assertThat(rows("incidents/2024-09-08")).hasSize(7).anyMatch(row -> row.size() == 3);
    assertThat(rows("training/2024-09-10")).anyMatch(row -> row.get(2).equals("about 4000"));
    assertThat(lines("agents-osquery/2024-09-10").getLast()).endsWith("\"5c1f0a52-00");
  }

  @Test
  void aWordStandsForADayAndAnEditionIsUnknown() {
    assertThat(rows("dspt").filter(row -> row.get(3).equals("CompletedThroughQIO"))).isNotEmpty();
    assertThat(statuses("04_06_2024", "ZZT029")).containsExactly("28/29 Standards Met");
  }

  @Test
  void ratingsAreOverdue() {
    LocalDate newest =
        nation.files("cqc-ratings").stream()
            .map(file -> file.toString().replaceAll(".*/(\\d{4}-\\d\\d-\\d\\d)/.*", "$1"))
            .map(LocalDate::parse)
            .max(LocalDate::compareTo)
            .orElseThrow();
    assertThat(newest).isBefore(Nation.LAST_NIGHT.minusDays(62));
  }

  @Test
  void subIcbsAnswerUpTo2122AndBoardsFrom2223() {
    assertThat(editions("ZZS")).contains("20/21", "21/22").doesNotContain("22/23", "23/24");
    assertThat(editions("QZ")).contains("22/23", "23/24").doesNotContain("20/21");
    assertThat(statuses("09_09_2022", "QZ07")).as("too early").contains("21/22 Standards Met");
    assertThat(rows("alert-responses").map(row -> row.get(1).substring(0, 3)))
        .contains("QZ1", "QZ2")
        .doesNotContain("ZZS");
  }

  private Stream<List<String>> rows(String start) {
    return nation.files(start).stream().flatMap(file -> nation.rows(file).stream().skip(1));
  }

  private List<String> lines(String start) {
    return nation.files(start).stream().flatMap(file -> nation.lines(file).stream()).toList();
  }

  private byte[] bytes(String path) throws IOException {
    return Files.readAllBytes(nation.folder().resolve(Path.of(path)));
  }

  private Set<String> ids(String start) {
    Pattern id = Pattern.compile("\"id\":\"(\\w+)\"");
    return lines(start).stream()
        .flatMap(line -> id.matcher(line).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Set<String> alerts(String start, String severity) {
    Pattern alert = Pattern.compile("\"threatId\":\"([^\"]+)\".*\"severity\":\"" + severity + "\"");
    return lines(start).stream()
        .flatMap(line -> alert.matcher(line).results())
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** The statuses of a code, written so, in the export of a day. */
  private List<String> statuses(String day, String code) {
    return rows("dspt/DSPT search results " + day)
        .filter(row -> row.get(0).equals(code))
        .map(row -> row.get(2))
        .toList();
  }

  private Set<String> editions(String prefix) {
    return rows("dspt")
        .filter(row -> row.get(0).startsWith(prefix) && row.get(2).matches("\\d\\d/\\d\\d .*"))
        .map(row -> row.get(2).substring(0, 5))
        .collect(Collectors.toSet());
  }

  private Set<String> mapped(String start) {
    return rows(start).map(row -> row.get(1).toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  private List<String> listed(String start, String code) {
    return nation.files(start).stream()
        .flatMap(file -> nation.rows(file).stream())
        .filter(row -> row.getFirst().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private String board(String start) {
    return rows(start)
        .filter(row -> row.get(1).equals("ZZS010"))
        .map(row -> row.get(4))
        .findFirst()
        .orElseThrow();
  }
}

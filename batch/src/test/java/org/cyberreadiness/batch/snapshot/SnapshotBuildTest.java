package org.cyberreadiness.batch.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.cyberreadiness.batch.policy.Policy;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.resource.RuleFiles;
import org.cyberreadiness.batch.run.NightFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The file is built from folders of facts, wherever they lie; every table that it makes itself too.
 */
class SnapshotBuildTest {
  private static final LocalDate NIGHT = LocalDate.of(2022, 9, 10);
  private static final DuckDbBound BOUND = new DuckDbBound("500MB", 2);
  private static final List<String> TYPES =
      OwnFiles.text("snapshot/vocabulary/organisation_type.csv")
          .lines()
          .skip(1)
          .map(line -> line.substring(0, line.indexOf(',')))
          .toList();

  @TempDir private Path folder;

  private static Policy policy(RuleFiles files) {
    return Policy.load(files, TYPES);
  }

  /** Writes a folder of Parquet as a fact is kept. */
  private Path fact(String name, String sql) throws Exception {
    Path fact = folder.resolve(name);
    Files.createDirectories(fact);
    try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
      new Duck(connection)
          .run("copy (" + sql + ") to " + Duck.quoted(fact.resolve("part-0.parquet").toString()));
    }
    return fact;
  }

  private static String version(String code, String region, String from, String to) {
    return """
        select '%s' as ods_code, 'Example' as name, 'trust' as type, cast(null as varchar) as sector,
          '%s' as region_code, cast(null as varchar) as icb_code, cast(null as varchar) as parent_code,
          cast(null as date) as opened_on, cast(null as date) as closed_on, 'open' as state,
          true as listed_in_ods, date '%s' as known_from, cast(%s as date) as known_to,
          'f1' as source_file_id, cast(2 as bigint) as line"""
        .formatted(code, region, from, to);
  }

  private List<String> ask(Path file, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
      return new Duck(connection).texts(sql);
    }
  }

  @Test
  void aFactMayLieInSeveralFoldersAndInOnesWithOddNames() throws Exception {
    folder = Files.createDirectories(folder.resolve("o'data [x] *y"));
    var file = folder.resolve("readiness.duckdb");
    var first = fact("version=1", version("R01", "Y56", "2020-01-01", "'2022-09-01'"));
    var second = fact("version=2", version("R01", "Y58", "2022-09-01", "null"));
    var outcomes =
        fact(
            "outcome",
            """
            select 'R01' as ods_code, '21/22' as cycle, date '2022-06-30' as cycle_end,
              'not_met' as outcome, cast(null as double) as value, cast(null as double) as numerator,
              cast(null as double) as denominator, false as is_late, cast(null as varchar) as reason,
              date '2022-09-09' as known_from, cast(null as date) as known_to,
              'f1' as source_file_id, cast(2 as bigint) as line""");
    String id;
    try (var build = new SnapshotBuild(file, NIGHT, policy(RuleFiles.own()), BOUND)) {
      build.describe(List.of(), Map.of());
      assertThat(build.takes("organisation_version")).isTrue();
      assertThat(build.takes("organisation")).as("it follows from its versions").isFalse();
      assertThat(build.takes("charge")).as("no table of the contract").isFalse();
      build.load("organisation_version", List.of(first, second));
      build.load("finding", List.of());
      build.loadOutcomes("toolkit", List.of(outcomes));
      assertThat(build.materialise(null)).isNull();
      id = build.name(true);
    }
    assertThat(id).startsWith("2022-09-10-");
    assertThat(Files.exists(file.resolveSibling("scratch.csv"))).isFalse();
    assertThat(ask(file, "select ods_code || ' ' || region_code || ' ' || scope from organisation"))
        .containsExactly("R01 Y58 in_scope");
    assertThat(ask(file, "select region_code from organisation_as_at(date '2022-08-31')"))
        .containsExactly("Y56");
    assertThat(
            ask(
                file,
                "select group_kind || ' ' || not_met from trend where practice = 'toolkit' and cycle = '21/22'"
                    + " and group_kind in ('england', 'region') order by 1"))
        .containsExactly("england 1", "region 1");
    assertThat(ask(file, "select signal from targeting_signal where as_of = '2022-08-31'"))
        .as("the outcome was not known at the end of August")
        .isEmpty();
    assertThat(
            ask(
                file,
                "select type || ' ' || last_end from answering_period where last_end is not null"))
        .containsExactly("sub_icb 2022-06-30");
    assertThat(ask(file, "select schema_version from snapshot")).containsExactly("2");
  }

  @Test
  void checksOfThePolicysFolderAreMadeToo() throws Exception {
    var rules = Files.createDirectories(folder.resolve("policy"));
    Files.createDirectories(rules.resolve("fact"));
    Files.writeString(rules.resolve("practices.yaml"), RuleFiles.own().text("practices.yaml"));
    Files.writeString(
        rules.resolve("fact/own.checks.sql"),
        """
        -- check: somebody-is-there (fail): Somebody is there.
        select 'nobody' where not exists (select 1 from organisation);
        """);
    try (var build =
        new SnapshotBuild(
            folder.resolve("readiness.duckdb"),
            NIGHT,
            policy(RuleFiles.of(rules.toString())),
            BOUND)) {
      build.describe(List.of(), Map.of());
      build.materialise(null);
      assertThatThrownBy(build::check)
          .isInstanceOf(NightFailed.class)
          .hasMessage(
              "Nothing was published, the last snapshot stays current. Somebody is there. Broken 1"
                  + " time: nobody");
    }
  }

  @Test
  void aCheckWhoseHeaderCannotBeReadIsRefused() {
    assertThatThrownBy(() -> Checks.parse("own", "-- check: a (fails): A.\nselect 1;\n"))
        .hasMessageContaining("A check of own has no header that can be read");
  }

  @Test
  void smallTablesOfThePolicysFolderStandInTheFile() throws Exception {
    var rules = Files.createDirectories(folder.resolve("policy"));
    Files.createDirectories(rules.resolve("policy"));
    Files.writeString(rules.resolve("practices.yaml"), RuleFiles.own().text("practices.yaml"));
    Files.writeString(
        rules.resolve("policy/answering_period.csv"), "type,first_end,last_end\ncsu,2020-01-01,\n");
    var file = folder.resolve("readiness.duckdb");
    try (var build =
        new SnapshotBuild(file, NIGHT, policy(RuleFiles.of(rules.toString())), BOUND)) {
      build.describe(List.of(), Map.of());
    }
    assertThat(ask(file, "select type || ' ' || first_end from answering_period"))
        .containsExactly("csu 2020-01-01");
  }

  /** The last release's file of three made-up organisations, of the night of 2022-09-10. */
  @Test
  void aSnapshotOfTheLastReleaseIsNotComparedAndThatIsSaid() throws Exception {
    var before = folder.resolve("before.duckdb");
    try (var packed =
        new GZIPInputStream(
            Objects.requireNonNull(
                SnapshotBuildTest.class.getResourceAsStream("/snapshots/version-1.duckdb.gz")))) {
      Files.copy(packed, before);
    }
    try (var build =
        new SnapshotBuild(
            folder.resolve("readiness.duckdb"), NIGHT, policy(RuleFiles.own()), BOUND)) {
      build.describe(List.of(), Map.of());
      assertThat(build.materialise(before))
          .isEqualTo(
              "The snapshot before is of version 1 and this one of version 2: they do not compare,"
                  + " so no change since it is told.");
      assertThat(build.check()).isNotNull();
    }
    assertThat(ask(folder.resolve("readiness.duckdb"), "select count(*) from change"))
        .containsExactly("0");
  }

  @Test
  void changesSinceTheSnapshotBeforeAreToldAndKept() throws Exception {
    var outcome =
        "select 'R01' as ods_code, '21/22' as cycle, date '2022-06-30' as cycle_end, '%s' as outcome,"
            + " cast(null as double) as value, cast(null as double) as numerator,"
            + " cast(null as double) as denominator, false as is_late, cast(null as varchar) as reason,"
            + " date '%s' as known_from, cast(%s as date) as known_to, 'f1' as source_file_id,"
            + " cast(2 as bigint) as line";
    var organisations = fact("organisation", version("R01", "Y56", "2020-01-01", "null"));
    var first = fact("first", outcome.formatted("not_met", "2022-09-09", "null"));
    var second =
        fact(
            "second",
            outcome.formatted("not_met", "2022-09-09", "'2022-10-01'")
                + " union all "
                + outcome.formatted("met", "2022-10-01", "null"));
    var before = folder.resolve("it's before.duckdb");
    try (var build = new SnapshotBuild(before, NIGHT, policy(RuleFiles.own()), BOUND)) {
      build.describe(List.of(), Map.of());
      build.load("organisation_version", List.of(organisations));
      build.loadOutcomes("toolkit", List.of(first));
      build.materialise(null);
      build.name(true);
    }
    var after = folder.resolve("after.duckdb");
    try (var build = new SnapshotBuild(after, NIGHT.plusDays(30), policy(RuleFiles.own()), BOUND)) {
      build.describe(List.of(), Map.of());
      build.load("organisation_version", List.of(organisations));
      build.loadOutcomes("toolkit", List.of(second));
      assertThat(build.materialise(before)).isNull();
      build.name(true);
    }
    assertThat(ask(after, "select kind || ' ' || detail from change"))
        .containsExactly("late_correction 21/22 is now met; until now it was known as not met.");
    for (var table : List.of("trend_as_at", "repeat_failure_as_at", "organisation_as_at")) {
      var rows = "select t::varchar from %s(date '2022-09-10') as t order by 1".formatted(table);
      assertThat(ask(after, rows)).as(table).isEqualTo(ask(before, rows)).isNotEmpty();
    }
  }

  /** The header of change.sql names what it reads, and nothing that is not there. */
  @Test
  void theHeaderOfChangeSaysWhatItReads() {
    var text = OwnFiles.text("snapshot/change.sql");
    var header =
        text.lines().filter(line -> line.startsWith("-- reads:")).findFirst().orElseThrow();
    Set<String> named =
        new TreeSet<>(List.of(header.substring("-- reads:".length()).strip().split(", ", -1)));
    var body = text.lines().filter(line -> !line.startsWith("--")).toList();
    var all = String.join("\n", body);
    List<String> own = new ArrayList<>();
    Pattern.compile("(?m)^(?:with )?([a-z_]+) as \\($")
        .matcher(all)
        .results()
        .forEach(m -> own.add(m.group(1)));
    Set<String> read = new TreeSet<>();
    Pattern.compile("(?<!distinct )\\b(?:from|join) ([a-z_]+)")
        .matcher(all)
        .results()
        .forEach(m -> read.add(m.group(1)));
    read.removeAll(own);
    assertThat(named).isEqualTo(read);
    assertThat(SnapshotBefore.QUESTIONS.keySet())
        .containsAll(named.stream().filter(name -> name.startsWith("was_")).toList());
  }

  @Test
  void whatDuckDbMayTakeIsSaidInSizesItKnows() {
    assertThatThrownBy(() -> new DuckDbBound("much", 2))
        .hasMessage("Memory of DuckDB \"much\" is not a size such as 1500MB");
    assertThatThrownBy(() -> new DuckDbBound("1GB", 0)).hasMessageContaining("above 0");
    assertThat(DuckDbBound.standard().threads())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
  }
}

package org.cyberreadiness.batch.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.Sources;
import org.cyberreadiness.batch.history.Lake;
import org.cyberreadiness.batch.intake.Intake;
import org.cyberreadiness.batch.resource.RuleFiles;
import org.cyberreadiness.batch.run.Session;
import org.cyberreadiness.batch.validation.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of count owns its days, whatever the files of the others say. */
class CountingTest {
  private static final SparkSession SPARK = Session.open();
  private static final String MDE = "landed_agents_mde";
  private static final String SOFTWARE = "landed_software";
  private static final LocalDate FIFTH = LocalDate.parse("2024-08-05");
  private static final LocalDate FIFTEENTH = LocalDate.parse("2024-08-15");
  private static final LocalDate NIGHT = LocalDate.parse("2024-09-01");

  @TempDir private Path folder;
  private final Map<String, StructType> landed = new HashMap<>();
  private Lake lake = new Lake(SPARK, "unset");

  @BeforeEach
  void open() throws Exception {
    lake = new Lake(SPARK, folder.resolve("lake").toString());
    lake.open();
    for (Source source : Sources.all().byName().values()) {
      if (Retention.SOURCES.contains(source.name())) {
        landed.put(source.table(), Intake.tableSchema(source));
      }
    }
  }

  private Counting counting(int staleDays) throws Exception {
    return new Counting(
        SPARK, lake, landed, RuleFiles.own(), new Counting.Days(staleDays, new Retention(35), 1));
  }

  /** Lands a row that says some of its columns. */
  private void land(String table, LocalDate day, long line, Map<String, Object> said)
      throws Exception {
    StructType schema = Objects.requireNonNull(landed.get(table));
    Map<String, Object> all = new HashMap<>(said);
    all.put("source_file_id", table + day);
    all.put("line", line);
    all.put("as_at", day);
    @Nullable Object[] values =
        Arrays.stream(schema.fields()).map(StructField::name).map(all::get).toArray();
    lake.table(table)
        .append(
            SPARK.createDataFrame(List.of(RowFactory.create(values)), schema).coalesce(1), "as_at");
  }

  private void device(String id, LocalDate day, long line, int daysUnseen) throws Exception {
    Instant seen = day.minusDays(daysUnseen).atStartOfDay().toInstant(ZoneOffset.UTC);
    land(
        MDE,
        day,
        line,
        Map.of("device_id", id, "last_seen", seen, "ods_tag", "ZZ901", "os_platform", "Windows10"));
  }

  private void server(String id, LocalDate day, long line) throws Exception {
    land(SOFTWARE, day, line, Map.of("device_id", id, "vendor", "microsoft", "name", "sql_server"));
  }

  private List<String> view(Counting counting, String name, String columns) throws Exception {
    return counting.views(NIGHT).stream()
        .filter(view -> view.name().equals(name))
        .flatMap(view -> view.rows().selectExpr(columns.split(",", -1)).collectAsList().stream())
        .map(Row::mkString)
        .sorted()
        .toList();
  }

  @Test
  void aSoftwareDayReadAgainLeavesTheDeviceCountsOfItsMonthAlone() throws Exception {
    device("a", FIFTEENTH, 2, 1);
    server("a", FIFTH, 2);
    server("a", FIFTEENTH, 3);
    Counting counting = counting(30);
    counting.recount(Set.of(FIFTEENTH), Set.of(FIFTH, FIFTEENTH));
    List<String> devices = view(counting, "device_count", "night,source,devices,line");
    assertThat(devices).containsExactly("2024-08-15agents-mde12");
    assertThat(view(counting, "software_count", "night,ods_tag,devices,line"))
        .containsExactly("2024-08-05null12", "2024-08-15ZZ90113");

    lake.table(SOFTWARE).delete("as_at", List.of(FIFTEENTH));
    server("b", FIFTEENTH, 4);
    Counting next = counting(30);
    next.recount(Set.of(), Set.of(FIFTEENTH));
    assertThat(view(next, "device_count", "night,source,devices,line")).isEqualTo(devices);
    assertThat(view(next, "software_count", "night,ods_tag,devices,line"))
        .containsExactly("2024-08-15null14");

    lake.table(MDE).delete("as_at", List.of(FIFTEENTH));
    Counting last = counting(30);
    last.recount(Set.of(FIFTEENTH), Set.of());
    assertThat(view(last, "device_count", "night")).as("what is no longer said goes").isEmpty();
    assertThat(view(last, "software_count", "night")).hasSize(1);
  }

  @Test
  void aChangedRuleRecountsTheDaysWhoseRowsAreKeptAndSaysWhichAreNot() throws Exception {
    LocalDate july = LocalDate.parse("2024-07-01");
    device("old", july, 2, 20);
    device("new", FIFTEENTH, 2, 20);
    Counting counting = counting(30);
    counting.recount(Set.of(july, FIFTEENTH), Set.of());
    assertThat(counting.forget()).containsExactly(MDE);
    assertThat(view(counting, "device_count", "night,active_devices"))
        .containsExactly("2024-07-011", "2024-08-151");

    Counting stricter = counting(10);
    Counting.Counted counted = stricter.recount(Set.of(), Set.of());
    assertThat(counted.days()).isEqualTo(1);
    assertThat(counted.notes())
        .containsExactly(
            "The rule by which devices are counted has changed: 1 inventory days were counted anew;"
                + " 1 days before 2024-07-11 keep the counts of the rule before, for their rows"
                + " were let go of.");
    assertThat(view(stricter, "device_count", "night,active_devices"))
        .containsExactly("2024-07-011", "2024-08-150");
    assertThat(stricter.recount(Set.of(), Set.of()).days()).isZero();
  }

  @Test
  void aDeviceInSeveralRowsOfADayCountsOnceAndTheRepeatsAreKept() throws Exception {
    device("a", FIFTEENTH, 2, 3);
    device("a", FIFTEENTH, 3, 1);
    device("b", FIFTEENTH, 4, 1);
    Instant seen = FIFTEENTH.atStartOfDay().toInstant(ZoneOffset.UTC);
    land(
        "landed_agents_osquery",
        FIFTEENTH,
        2,
        Map.of("device_id", "b", "last_seen", seen, "platform", "darwin", "team", 7L));
    Counting counting = counting(30);
    counting.recount(Set.of(FIFTEENTH), Set.of());
    assertThat(view(counting, "device_count", "source,rbac_group,devices,line"))
        .containsExactly("agents-mdenull13", "agents-osquery712");
    assertThat(
            counting.countedDays(NIGHT).collectAsList().stream()
                .map(row -> row.mkString(" "))
                .sorted())
        .containsExactly("2024-08-15 agents-mde 3 2 1", "2024-08-15 agents-osquery 1 0 1");
  }

  @Test
  void eachAgentsLastInventoryOfAMonthStandsWhateverTheOthersDo() throws Exception {
    device("a", FIFTH, 2, 1);
    Instant seen = FIFTEENTH.atStartOfDay().toInstant(ZoneOffset.UTC);
    land(
        "landed_agents_osquery",
        FIFTEENTH,
        2,
        Map.of("device_id", "b", "last_seen", seen, "platform", "darwin", "team", 7L));
    Counting counting = counting(30);
    counting.recount(Set.of(FIFTH, FIFTEENTH), Set.of());
    assertThat(view(counting, "device_count", "night,source"))
        .containsExactly("2024-08-05agents-mde", "2024-08-15agents-osquery");
    device("a", LocalDate.parse("2024-08-20"), 2, 1);
    Counting next = counting(30);
    next.recount(new TreeSet<>(Set.of(LocalDate.parse("2024-08-20"))), Set.of());
    assertThat(view(next, "device_count", "night,source"))
        .containsExactly("2024-08-15agents-osquery", "2024-08-20agents-mde");
    assertThat(next.views(FIFTEENTH).getFirst().rows().select("night").distinct().collectAsList())
        .as("as known on the fifteenth")
        .hasSize(2);
  }
}

package org.cyberreadiness.batch.counting;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.history.Lake;
import org.jspecify.annotations.Nullable;

/**
 * Counts of devices and of software for ever. What later facts need of an inventory is its counts
 * by device group, so a night costs what arrived and not what is kept:
 *
 * <ol>
 *   <li>the inventory days that tonight's files touch are counted anew, from their device rows
 *   <li>of each month that they touch, every group's last inventory is kept at hand: months are
 *       judged by it
 *   <li>device rows of days long past are let go of; their counts stay
 * </ol>
 */
public final class InventoryCounts {
  /** Sources whose rows are devices or what stands on them: only the newest days' are kept. */
  public static final Set<String> SOURCES =
      Set.of("agents-mde", "agents-deviceinfo", "agents-osquery", "software");

  private static final StructType FIRST_ROW =
      new StructType().add("source_file_id", DataTypes.StringType).add("line", DataTypes.LongType);
  private static final Kind DEVICES =
      new Kind(
          "device_count",
          new StructType()
              .add("as_at", DataTypes.DateType)
              .add("ods_tag", DataTypes.StringType)
              .add("rbac_group", DataTypes.StringType)
              .add("os_platform", DataTypes.StringType)
              .add("version", DataTypes.StringType)
              .add("edition_tag", DataTypes.StringType)
              .add("os_build", DataTypes.StringType)
              .add("devices", DataTypes.LongType)
              .add("active_devices", DataTypes.LongType)
              .add("onboarded_devices", DataTypes.LongType)
              .add("healthy_devices", DataTypes.LongType)
              .add("first_row", FIRST_ROW));
  private static final Kind SOFTWARE =
      new Kind(
          "software_count",
          new StructType()
              .add("as_at", DataTypes.DateType)
              .add("ods_tag", DataTypes.StringType)
              .add("rbac_group", DataTypes.StringType)
              .add("vendor", DataTypes.StringType)
              .add("name", DataTypes.StringType)
              .add("version", DataTypes.StringType)
              .add("support_ends_on", DataTypes.DateType)
              .add("devices", DataTypes.LongType)
              .add("first_row", FIRST_ROW));

  /** Days for which an inventory of devices places the software that is found on them. */
  private static final int PLACED_DAYS = 31;

  private final SparkSession spark;
  private final Lake lake;
  private final Days days;

  /**
   * One kind of count: a table of the lake by day, a second one of month ends, a view for the
   * facts.
   */
  private record Kind(String table, StructType schema) {
    String monthTable() {
      return table + "_month";
    }
  }

  /**
   * How days count.
   *
   * @param stale days after which a device that was not seen is stale
   * @param rows days for which device rows are kept, counted back from the newest inventory
   * @param whole newest inventory days that the snapshot shows each by itself
   */
  public record Days(int stale, int rows, int whole) {
    public Days {
      if (stale < 1 || rows < PLACED_DAYS || whole < 1) {
        throw new IllegalArgumentException(
            "Days must be at least 1, and device rows be kept for "
                + PLACED_DAYS
                + " days or more: "
                + stale
                + ", "
                + rows
                + ", "
                + whole);
      }
    }
  }

  public InventoryCounts(SparkSession spark, Lake lake, Days days) {
    this.spark = spark;
    this.lake = lake;
    this.days = days;
  }

  /**
   * Counts the devices and software of the given days anew.
   *
   * @param agentDays inventory days of which tonight's agent files speak
   * @param softwareDays days of which tonight's software files speak
   * @param restated days of which a file once said something that it no longer says
   */
  public void recount(
      Collection<LocalDate> agentDays,
      Collection<LocalDate> softwareDays,
      Collection<LocalDate> restated)
      throws IOException {
    Set<LocalDate> restatedMonths = months(restated);
    for (Kind kind : List.of(DEVICES, SOFTWARE)) {
      lake.delete(kind.table(), "night", restated);
      lake.delete(kind.monthTable(), "month", restatedMonths);
    }
    if (!agentDays.isEmpty()) {
      register("device", "inventory/device.sql", agentDays);
      count(DEVICES, "inventory/device_count.sql", agentDays);
    }
    SortedSet<LocalDate> software = new TreeSet<>(softwareDays);
    for (LocalDate day : softwareDaysKept()) {
      if (agentDays.stream()
          .anyMatch(a -> !a.isAfter(day) && a.plusDays(PLACED_DAYS).isAfter(day))) {
        software.add(day);
      }
    }
    if (!software.isEmpty()) {
      SortedSet<LocalDate> placing = new TreeSet<>();
      for (LocalDate day : software) {
        for (int back = 0; back < PLACED_DAYS; back++) {
          placing.add(day.minusDays(back));
        }
      }
      register("device", "inventory/device.sql", placing);
      count(SOFTWARE, "inventory/software_count.sql", software);
    }
  }

  private static SortedSet<LocalDate> months(Collection<LocalDate> touched) {
    SortedSet<LocalDate> months = new TreeSet<>();
    touched.forEach(day -> months.add(day.withDayOfMonth(1)));
    return months;
  }

  private List<LocalDate> softwareDaysKept() {
    return spark.table("landed_software").select("as_at").distinct().collectAsList().stream()
        .map(row -> (LocalDate) row.get(0))
        .toList();
  }

  private void register(String view, String sql, Collection<LocalDate> touched) {
    evaluate(sql, touched).createOrReplaceTempView(view);
  }

  private Dataset<Row> evaluate(String sql, Collection<LocalDate> touched) {
    return spark.sql(
        SqlFile.of(sql).text(), Map.of("touched", dates(touched), "stale_days", days.stale()));
  }

  private static Column dates(Collection<LocalDate> given) {
    return array(given.stream().map(functions::lit).toArray(Column[]::new));
  }

  private void count(Kind kind, String sql, Collection<LocalDate> touched) throws IOException {
    Dataset<Row> counted = evaluate(sql, touched).select(columns(kind));
    List<LocalDate> past = daysWithoutRows(kind, touched);
    if (!past.isEmpty()) {
      counted =
          counted.unionByName(
              lake.table(kind.table(), kind.schema())
                  .where(col("night").isin(past.toArray()))
                  .select(columns(kind)));
    }
    lake.replacePartitions(kind.table(), counted.withColumn("night", col("as_at")), "night");
    Dataset<Row> kept =
        lastOfMonth(kind, touched, months(touched))
            .withColumn("month", functions.trunc(col("as_at"), "MM"));
    lake.replacePartitions(kind.monthTable(), kept, "month");
  }

  /**
   * Touched days whose earlier device rows were let go of: a late file adds to their counts, and a
   * device that stood in the earlier files too counts twice. Nothing tells any more.
   */
  private List<LocalDate> daysWithoutRows(Kind kind, Collection<LocalDate> touched)
      throws IOException {
    LocalDate oldest = lake.exists(kind.table()) ? oldestRows() : null;
    return oldest == null
        ? List.of()
        : touched.stream().filter(day -> day.isBefore(oldest)).toList();
  }

  /**
   * Every group's last inventory of the months. It follows from what was kept of the month so far
   * and the days counted anew; only where a group has vanished from such a day the whole month is
   * looked through again.
   */
  private Dataset<Row> lastOfMonth(
      Kind kind, Collection<LocalDate> touched, Collection<LocalDate> months) throws IOException {
    Dataset<Row> all = lake.table(kind.table(), kind.schema()).select(columns(kind));
    Column isTouched = col("as_at").isin(touched.toArray());
    Dataset<Row> fresh = all.where(isTouched);
    if (!lake.exists(kind.monthTable())) {
      return newestOfGroup(all);
    }
    Dataset<Row> before =
        lake.table(kind.monthTable(), kind.schema())
            .where(col("month").isin(months.toArray()))
            .select(columns(kind));
    Dataset<Row> vanished = groups(before.where(isTouched)).except(groups(fresh));
    boolean isKept = lake.dates(kind.monthTable(), "month").containsAll(months);
    return isKept && vanished.isEmpty()
        ? newestOfGroup(before.where(functions.not(isTouched)).unionByName(fresh))
        : newestOfGroup(all.where(functions.trunc(col("as_at"), "MM").isin(months.toArray())));
  }

  private static Dataset<Row> groups(Dataset<Row> counts) {
    return counts.select("as_at", "ods_tag", "rbac_group").distinct();
  }

  private static Dataset<Row> newestOfGroup(Dataset<Row> counts) {
    return counts
        .withColumn(
            "newest",
            functions
                .max("as_at")
                .over(
                    org.apache.spark.sql.expressions.Window.partitionBy(
                        col("ods_tag"), col("rbac_group"), functions.trunc(col("as_at"), "MM"))))
        .where(col("as_at").equalTo(col("newest")))
        .drop("newest");
  }

  private static Column[] columns(Kind kind) {
    return Arrays.stream(kind.schema().fieldNames()).map(functions::col).toArray(Column[]::new);
  }

  /**
   * What facts read of the counts.
   *
   * @param name name of the view
   * @param rows its rows
   * @param state tells this state of the rows from every other
   */
  public record View(String name, Dataset<Row> rows, String state) {}

  /**
   * The views of the facts: the newest inventory days each by itself, and every group's last
   * inventory of each month.
   *
   * @param night inventories of later days stay out
   */
  public List<View> views(LocalDate night) throws IOException {
    List<View> views = new ArrayList<>();
    for (Kind kind : List.of(DEVICES, SOFTWARE)) {
      Dataset<Row> view;
      if (!lake.exists(kind.monthTable())) {
        view = spark.createDataFrame(List.of(), kind.schema());
      } else {
        List<LocalDate> newest = newestDays(kind, night);
        Dataset<Row> whole =
            lake.table(kind.table(), kind.schema())
                .where(col("night").isin(newest.toArray()))
                .select(columns(kind));
        view =
            monthEnds(kind, night)
                .where(functions.not(col("as_at").isin(newest.toArray())))
                .unionByName(whole);
      }
      views.add(
          new View(kind.table(), view, lake.state(kind.table()) + lake.state(kind.monthTable())));
    }
    return views;
  }

  /** As known on a night before the newest, its own month has another last inventory. */
  private Dataset<Row> monthEnds(Kind kind, LocalDate night) throws IOException {
    Dataset<Row> ends =
        lake.table(kind.monthTable(), kind.schema()).where(col("month").leq(lit(night)));
    if (lake.dates(kind.table(), "night").stream().noneMatch(day -> day.isAfter(night))) {
      return ends.select(columns(kind));
    }
    LocalDate month = night.withDayOfMonth(1);
    Dataset<Row> own =
        lake.table(kind.table(), kind.schema())
            .where(col("night").between(lit(month), lit(night)))
            .select(columns(kind));
    return ends.where(col("month").lt(lit(month)))
        .select(columns(kind))
        .unionByName(newestOfGroup(own));
  }

  private List<LocalDate> newestDays(Kind kind, LocalDate night) throws IOException {
    List<LocalDate> all = new ArrayList<>(lake.dates(kind.table(), "night"));
    all.removeIf(day -> day.isAfter(night));
    all.sort(null);
    return all.subList(Math.max(0, all.size() - days.whole()), all.size());
  }

  /** Oldest day of which device rows are kept; null before the first inventory. */
  public @Nullable LocalDate oldestRows() throws IOException {
    if (!lake.exists(DEVICES.table())) {
      return null;
    }
    return lake.dates(DEVICES.table(), "night").stream()
        .max(LocalDate::compareTo)
        .map(newest -> newest.minusDays(days.rows()))
        .orElse(null);
  }

  /** Lets go of device rows of days long past; their counts stay. */
  public void forgetOldRows() throws IOException {
    LocalDate oldest = oldestRows();
    if (oldest == null) {
      return;
    }
    for (String source : SOURCES) {
      String table = "landed_" + source.replace('-', '_');
      if (lake.exists(table)
          && lake.dates(table, "as_at").stream().anyMatch(day -> day.isBefore(oldest))) {
        lake.delete(table, col("as_at").lt(lit(oldest)));
      }
    }
  }
}

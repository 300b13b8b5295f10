package org.cyberreadiness.batch.counting;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trunc;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.history.Lake;

/**
 * Of each month, every source's and group's last inventory: months are judged by it. A month is
 * written in the same step that takes out what stood there, so it is never without its rows.
 */
record MonthEnds(Lake lake, CountTable kind) {
  private static final String NEWEST = "newest";

  /**
   * Brings the months of some days up to date.
   *
   * @param days days counted tonight
   * @param countedBefore true when some of them were counted before: a group may have gone from
   *     them, so the whole month is looked through again
   */
  void restate(Collection<LocalDate> days, boolean countedBefore) throws IOException {
    NavigableSet<LocalDate> months = new TreeSet<>();
    days.forEach(day -> months.add(day.withDayOfMonth(1)));
    Dataset<Row> counts = lake.table(kind.name()).rows(kind.stored());
    Dataset<Row> rows;
    if (!lake.table(kind.months()).exists()) {
      rows = counts;
    } else if (countedBefore) {
      rows = counts.where(inMonths(months));
    } else {
      rows =
          lake.table(kind.months())
              .rows(kind.storedMonths())
              .where(col(CountTable.MONTH).isin(months.toArray()))
              .drop(CountTable.MONTH)
              .unionByName(counts.where(col(CountTable.NIGHT).isin(days.toArray())));
    }
    lake.table(kind.months())
        .replaceDays(
            lastOfGroup(rows).withColumn(CountTable.MONTH, month()), CountTable.MONTH, months);
  }

  /** By days and not by their months: the table is divided by days. */
  private static Column inMonths(NavigableSet<LocalDate> months) {
    Column any = lit(false);
    for (LocalDate month : months) {
      any = any.or(col(CountTable.NIGHT).between(lit(month), lit(last(month))));
    }
    return any;
  }

  private static LocalDate last(LocalDate month) {
    return month.plusMonths(1).minusDays(1);
  }

  private static Column month() {
    return trunc(col(CountTable.NIGHT), "MM");
  }

  /**
   * The months' last inventories as known on a night: of its own month, those up to it.
   *
   * @param isNewest true when nothing later is counted
   */
  Dataset<Row> knownOn(LocalDate night, boolean isNewest) throws IOException {
    LocalDate own = night.withDayOfMonth(1);
    Dataset<Row> ended =
        lake.table(kind.months())
            .rows(kind.storedMonths())
            .where(isNewest ? col(CountTable.MONTH).leq(lit(own)) : col(CountTable.MONTH).lt(own))
            .select(columns(kind.columns()));
    if (isNewest) {
      return ended;
    }
    Dataset<Row> running =
        lake.table(kind.name())
            .rows(kind.columns())
            .where(col(CountTable.NIGHT).between(lit(own), lit(night)));
    return ended.unionByName(lastOfGroup(running));
  }

  private static Column[] columns(StructType schema) {
    return Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
  }

  private static Dataset<Row> lastOfGroup(Dataset<Row> counts) {
    return counts
        .withColumn(
            NEWEST,
            max(CountTable.NIGHT)
                .over(
                    Window.partitionBy(col("source"), col("ods_tag"), col("rbac_group"), month())))
        .where(not(col(CountTable.NIGHT).lt(col(NEWEST))))
        .drop(NEWEST);
  }
}

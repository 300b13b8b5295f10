package org.cyberreadiness.batch.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The lake as known on a night: the rows that speak of that day or an earlier one, whatever the
 * order in which they came. Rows and state go together, so what is kept under a state is never
 * taken for what was known on another night.
 *
 * @param lake the lake
 * @param night last day whose rows are known; null for all there are
 */
public record KnownOn(Lake lake, @Nullable LocalDate night) {
  /** All that the lake holds, the rows that wait for their day among it. */
  public static KnownOn everything(Lake lake) {
    return new KnownOn(lake, null);
  }

  /**
   * Rows of a table of landed rows, in its declared columns.
   *
   * @param declared its columns, {@code as_at} among them; one that the table lacks is null
   */
  public Dataset<Row> rows(String table, StructType declared) throws IOException {
    Dataset<Row> all = lake.table(table).rows(declared);
    return isAllKnown(table) ? all : all.where(col(LakeTable.AS_AT).leq(lit(night)));
  }

  /** What tells these rows of a table from every other state of it, and from other nights'. */
  public String state(String table) throws IOException {
    String state = lake.table(table).state();
    return isAllKnown(table) ? state : state + " as known on " + night;
  }

  private boolean isAllKnown(String table) throws IOException {
    LocalDate newest = night == null ? null : lake.table(table).span().newest();
    return night == null || newest == null || !newest.isAfter(night);
  }
}

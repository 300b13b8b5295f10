package org.cyberreadiness.batch.policy;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Rows computed once: what reads them is planned on them alone.
 *
 * @param rows the rows
 * @param schema their columns
 */
record SettledRows(List<Row> rows, StructType schema) {
  static SettledRows of(Dataset<Row> rows) {
    return new SettledRows(rows.collectAsList(), rows.schema());
  }

  Dataset<Row> in(SparkSession spark) {
    return spark.createDataFrame(rows, schema);
  }
}

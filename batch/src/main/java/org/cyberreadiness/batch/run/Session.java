package org.cyberreadiness.batch.run;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The Spark session: local unless the surroundings say otherwise (spark-submit, spark.master). */
public final class Session {
  private Session() {}

  /** Opens the session with what the batch needs; every setting can be overridden from outside. */
  public static SparkSession open() {
    SparkConf conf = new SparkConf();
    set(conf, "spark.master", "local[*]");
    set(conf, "spark.app.name", "cyber-readiness");
    set(conf, "spark.ui.enabled", "false");
    if (conf.get("spark.master").startsWith("local")) {
      set(conf, "spark.driver.host", "127.0.0.1");
      set(conf, "spark.driver.bindAddress", "127.0.0.1");
      set(conf, "spark.sql.shuffle.partitions", "2");
      set(conf, "spark.databricks.delta.snapshotPartitions", "2");
      set(conf, "spark.sql.sources.parallelPartitionDiscovery.parallelism", "4");
    }
    set(conf, "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    set(conf, "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    // without a checksum file beside every file: Parquet and the file system have their own
    set(conf, "spark.hadoop.fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
    set(
        conf,
        "spark.hadoop.fs.AbstractFileSystem.file.impl",
        "org.apache.hadoop.fs.local.RawLocalFs");
    // Delta's parser drops named parameters (delta-io/delta#7640); bound in the plan they are kept.
    set(conf, "spark.sql.legacy.parameterSubstitution.constantsOnly", "true");
    set(conf, "spark.sql.datetime.java8API.enabled", "true");
    set(conf, "spark.sql.session.timeZone", "UTC");
    set(conf, "spark.databricks.delta.stats.collect", "false");
    set(conf, "spark.sql.adaptive.coalescePartitions.parallelismFirst", "false");
    return SparkSession.builder().config(conf).getOrCreate();
  }

  private static void set(SparkConf conf, String name, String value) {
    conf.setIfMissing(name, value);
  }
}

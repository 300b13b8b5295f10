package org.cyberreadiness.batch.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.resource.OwnFiles;

/**
 * Runs the {@code .sql} files of facts, each after those it reads, and keeps every result as
 * Parquet in a staging folder: nothing is computed twice, and the snapshot is loaded from there.
 */
public final class Facts {
  private final SparkSession spark;
  private final String staging;

  /**
   * @param spark session whose views the facts read
   * @param staging folder for results
   */
  public Facts(SparkSession spark, String staging) {
    this.spark = spark;
    this.staging = staging;
  }

  /** All files of a folder of the batch, such as {@code fact}. */
  public static List<SqlFile> in(String folder) {
    return OwnFiles.below(folder).stream()
        .filter(path -> path.endsWith(".sql") && !path.endsWith(".checks.sql"))
        .map(SqlFile::of)
        .toList();
  }

  /**
   * The files in an order in which each comes after those it reads.
   *
   * @throws IllegalStateException when some read each other in a circle
   */
  public static List<SqlFile> ordered(Collection<SqlFile> files) {
    Map<String, SqlFile> waiting =
        new LinkedHashMap<>(
            files.stream()
                .collect(
                    Collectors.toMap(
                        SqlFile::name, Function.identity(), (a, b) -> b, LinkedHashMap::new)));
    List<SqlFile> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Set<String> open = new LinkedHashSet<>(waiting.keySet());
      List<SqlFile> ready =
          waiting.values().stream()
              .filter(file -> file.reads().stream().noneMatch(open::contains))
              .toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException("Facts read each other in a circle: " + open);
      }
      for (SqlFile file : ready) {
        ordered.add(file);
        waiting.remove(file.name());
      }
    }
    return ordered;
  }

  /**
   * Runs files in order; each result is a view of the fact's name for those that follow.
   *
   * @param files in any order
   * @param parameters named markers
   * @param told hears the name of each fact and its seconds
   */
  public void run(
      Collection<SqlFile> files, Map<String, Object> parameters, BiConsumer<String, Double> told) {
    for (SqlFile file : ordered(files)) {
      long start = System.nanoTime();
      keep(file.name(), evaluate(file, parameters));
      told.accept(file.name(), (System.nanoTime() - start) / 1e9);
    }
  }

  /** The rows of one file, not yet computed. */
  public Dataset<Row> evaluate(SqlFile file, Map<String, Object> parameters) {
    return spark.sql(file.text(), parameters);
  }

  /** Computes rows, keeps them, and makes them a view. */
  public void keep(String name, Dataset<Row> rows) {
    String folder = folder(name);
    rows.write().mode(SaveMode.Overwrite).parquet(folder);
    spark.read().schema(rows.schema()).parquet(folder).createOrReplaceTempView(name);
  }

  /** Folder in which a fact's Parquet files lie. */
  public String folder(String name) {
    return staging + "/" + name;
  }
}

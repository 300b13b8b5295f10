package org.cyberreadiness.batch.fact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.resource.Fingerprint;
import org.cyberreadiness.batch.resource.OwnFiles;

/**
 * Runs the {@code .sql} files of facts, each after those it reads, and keeps every result as
 * Parquet. A result is kept under the fingerprint of all it follows from (its text, the parameters
 * it names, the state of what it reads), so a night computes only what its files, its date or a
 * changed rule touch, and takes the rest as it is.
 */
public final class Facts {
  private static final String SCHEMA = "_schema.json";

  private final SparkSession spark;
  private final Path store;
  private final Map<String, Object> parameters;
  private final Map<String, String> states = new HashMap<>();
  private final Map<String, Path> folders = new LinkedHashMap<>();

  /** Hears of each fact: its name, the seconds it took, and whether it was taken as it was. */
  @FunctionalInterface
  public interface Told {
    void fact(String name, double seconds, boolean isUnchanged);
  }

  /**
   * @param spark session whose views the facts read
   * @param store folder for results, kept between nights
   * @param parameters named markers of the files
   */
  public Facts(SparkSession spark, Path store, Map<String, Object> parameters) {
    this.spark = spark;
    this.store = store;
    this.parameters = Map.copyOf(parameters);
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
   * Makes a view that facts may read.
   *
   * @param state tells this state of its rows from every other
   */
  public void input(String view, Dataset<Row> rows, String state) {
    rows.createOrReplaceTempView(view);
    states.put(view, state);
  }

  /** Runs files in order; each result is a view of the fact's name for those that follow. */
  public void run(Collection<SqlFile> files, Told told) throws IOException {
    for (SqlFile file : ordered(files)) {
      run(file, file.name(), Map.of(), told);
    }
  }

  /**
   * Runs one file.
   *
   * @param name name its result is kept and read by
   * @param own markers beside those of all facts
   */
  public void run(SqlFile file, String name, Map<String, Object> own, Told told)
      throws IOException {
    long start = System.nanoTime();
    Map<String, Object> named = new TreeMap<>(parameters);
    named.putAll(own);
    named.keySet().removeIf(marker -> !file.text().matches("(?s).*:" + marker + "\\b.*"));
    StringBuilder origin = new StringBuilder(name).append(file.text()).append(named);
    for (String input : file.reads()) {
      String state = states.get(input);
      if (state == null) {
        throw new IllegalStateException(name + " reads " + input + ", which nothing provides");
      }
      origin.append('\n').append(state);
    }
    boolean isNew = keep(name, origin.toString(), () -> spark.sql(file.text(), named));
    if (named.containsKey("night")) {
      // the night's date alone changes little: what follows need not be computed again for it
      states.put(name, contentOf(spark.table(name)));
    }
    told.fact(name, (System.nanoTime() - start) / 1e9, !isNew);
  }

  /** Rows still to be computed. */
  @FunctionalInterface
  public interface Rows {
    Dataset<Row> rows() throws IOException;
  }

  /**
   * Keeps rows under what they follow from, and makes them a view.
   *
   * @param origin all they follow from, as text
   * @return true when they had to be computed
   */
  public boolean keep(String name, String origin, Rows rows) throws IOException {
    String key = Fingerprint.of(origin);
    Path folder = store.resolve(name).resolve(key);
    boolean isNew = !Files.exists(folder);
    if (isNew) {
      Path fresh = store.resolve(name).resolve("." + key);
      Dataset<Row> computed = rows.rows();
      computed.write().mode(SaveMode.Overwrite).parquet(fresh.toString());
      Files.writeString(fresh.resolve(SCHEMA), computed.schema().json());
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    StructType schema = (StructType) DataType.fromJson(Files.readString(folder.resolve(SCHEMA)));
    spark.read().schema(schema).parquet(folder.toString()).createOrReplaceTempView(name);
    states.put(name, key);
    folders.put(name, folder);
    return isNew;
  }

  private static String contentOf(Dataset<Row> rows) {
    Column[] columns = Stream.of(rows.columns()).map(functions::col).toArray(Column[]::new);
    Row sum =
        rows.select(functions.xxhash64(columns).as("hash"))
            .agg(functions.count("*"), functions.sum(functions.col("hash").cast("decimal(38,0)")))
            .head();
    return sum.get(0) + ":" + sum.get(1);
  }

  /** Folder in which a fact's Parquet files lie. */
  public Path folder(String name) {
    Path folder = folders.get(name);
    if (folder == null) {
      throw new IllegalArgumentException("No fact " + name + ". Known: " + folders.keySet());
    }
    return folder;
  }

  /** Lets go of results that this night did not use. */
  public void forgetOthers() throws IOException {
    if (!Files.isDirectory(store)) {
      return;
    }
    try (Stream<Path> names = Files.list(store)) {
      for (Path name : names.toList()) {
        try (Stream<Path> results = Files.list(name)) {
          for (Path result : results.filter(path -> !folders.containsValue(path)).toList()) {
            delete(result);
          }
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

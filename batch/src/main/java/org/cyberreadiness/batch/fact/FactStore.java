package org.cyberreadiness.batch.fact;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.resource.Durable;

/**
 * Keeps results as Parquet, each under the key of all it follows from. A result is there when the
 * file that says so is, which is written last, when everything else is on the disk: what a killed
 * night or a power cut left behind is no result.
 */
public final class FactStore {
  private static final String DONE = "_done.json";
  private static final String PART = "part";

  private final SparkSession spark;
  private final Path root;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Map<String, Kept>> kept = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> used = new ConcurrentHashMap<>();

  /**
   * A part of a result.
   *
   * @param folder folder that says it is there
   * @param schema its columns
   * @param files folder of its Parquet files; not there when it has no row
   */
  private record Kept(Path folder, StructType schema, Path files) {}

  /**
   * @param root folder for results, kept between nights, where the executors see it
   */
  public FactStore(SparkSession spark, String root) {
    this.spark = spark;
    this.root = new Path(root);
  }

  /** Keys of those of these parts that are not kept yet. */
  Set<String> missing(String name, Collection<String> keys) throws IOException {
    Set<String> missing = new HashSet<>(keys);
    missing.removeAll(parts(name).keySet());
    return missing;
  }

  private Map<String, Kept> parts(String name) throws IOException {
    Map<String, Kept> known = kept.get(name);
    if (known == null) {
      known = list(name);
      kept.put(name, known);
    }
    return known;
  }

  private Map<String, Kept> list(String name) throws IOException {
    Map<String, Kept> found = new ConcurrentHashMap<>();
    Path folder = new Path(root, name);
    if (files().exists(folder)) {
      for (FileStatus result : files().listStatus(folder)) {
        Path done = new Path(result.getPath(), DONE);
        if (files().exists(done)) {
          try (InputStream in = files().open(done)) {
            Map<String, List<String>> said = json.readValue(in, new TypeReference<>() {});
            add(found, result.getPath(), said);
          }
        }
      }
    }
    return found;
  }

  /** Parts that are there; one that had rows and was let go of since is not. */
  private void add(Map<String, Kept> found, Path folder, Map<String, List<String>> said)
      throws IOException {
    StructType schema =
        (StructType) DataType.fromJson(Objects.requireNonNull(said.get("schema")).getFirst());
    List<String> keys = Objects.requireNonNull(said.get("parts"));
    Set<String> filled = new HashSet<>(Objects.requireNonNull(said.get("filled")));
    for (String key : keys) {
      Path files = folderOf(folder, key, keys);
      if (!filled.contains(key) || files().exists(files)) {
        found.put(key, new Kept(folder, schema, files));
      }
    }
  }

  private static Path folderOf(Path folder, String key, List<String> keys) {
    return keys.size() == 1 ? folder : new Path(folder, PART + "=" + key);
  }

  /** Keeps a result of one part. */
  void write(String name, String key, Dataset<Row> rows) throws IOException {
    Path folder = new Path(new Path(root, name), key);
    rows.write().mode(SaveMode.Overwrite).parquet(folder.toString());
    done(name, folder, rows.schema(), List.of(key));
  }

  /**
   * Keeps some parts of a result.
   *
   * @param rows their rows, with the part's key as last column {@code part}
   * @param keys keys of all these parts, of those without a row too; more than one
   */
  void write(String name, String run, Dataset<Row> rows, List<String> keys) throws IOException {
    Path folder = new Path(new Path(root, name), run);
    rows.write().mode(SaveMode.Overwrite).partitionBy(PART).parquet(folder.toString());
    done(name, folder, rows.drop(PART).schema(), keys);
  }

  private void done(String name, Path folder, StructType schema, List<String> keys)
      throws IOException {
    List<Path> written = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> files = files().listFiles(folder, true);
    while (files.hasNext()) {
      written.add(files.next().getPath());
    }
    Durable.sync(files(), written);
    List<String> filled = new ArrayList<>();
    for (String key : keys) {
      if (files().exists(folderOf(folder, key, keys))) {
        filled.add(key);
      }
    }
    Map<String, List<String>> said =
        Map.of("schema", List.of(schema.json()), "parts", keys, "filled", filled);
    Path done = new Path(folder, DONE);
    try (FSDataOutputStream out = files().create(done, true)) {
      out.write(json.writeValueAsBytes(said));
    }
    Durable.sync(files(), List.of(done, folder));
    add(parts(name), folder, said);
  }

  /** Reads parts of a result, all of them kept; tonight uses them. */
  Dataset<Row> read(String name, Collection<String> keys) throws IOException {
    used.computeIfAbsent(name, n -> ConcurrentHashMap.newKeySet()).addAll(keys);
    List<String> paths = new ArrayList<>();
    StructType schema = new StructType();
    for (String key : keys) {
      Kept part = part(name, key);
      schema = part.schema();
      if (files().exists(part.files())) {
        paths.add(part.files().toString());
      }
    }
    return paths.isEmpty()
        ? spark.createDataFrame(List.of(), schema)
        : spark.read().schema(schema).parquet(paths.toArray(String[]::new));
  }

  private Kept part(String name, String key) throws IOException {
    Kept part = parts(name).get(key);
    if (part == null) {
      throw new IllegalStateException("Of " + name + " there is no part " + key);
    }
    return part;
  }

  /**
   * Folders of this computer in which the Parquet files of a result lie; none when it has no row.
   *
   * @param scratch where a result that lies elsewhere is brought; it goes with the night
   */
  public List<java.nio.file.Path> folders(String name, java.nio.file.Path scratch)
      throws IOException {
    Set<String> keys = used.get(name);
    if (keys == null) {
      throw new IllegalArgumentException("No fact " + name + ". Known: " + used.keySet());
    }
    List<java.nio.file.Path> folders = new ArrayList<>();
    for (String key : new TreeSet<>(keys)) {
      Path files = part(name, key).files();
      if (files().exists(files)) {
        folders.add(Durable.isLocal(files()) ? local(files) : brought(files, scratch));
      }
    }
    return folders;
  }

  private java.nio.file.Path brought(Path from, java.nio.file.Path scratch) throws IOException {
    Files.createDirectories(scratch);
    java.nio.file.Path to = Files.createTempDirectory(scratch, "fact-");
    for (FileStatus file : files().listStatus(from)) {
      if (file.getPath().getName().endsWith(".parquet")) {
        Path target = new Path(to.resolve(file.getPath().getName()).toUri());
        files().copyToLocalFile(false, file.getPath(), target, true);
      }
    }
    return to;
  }

  private java.nio.file.Path local(Path path) throws IOException {
    return java.nio.file.Path.of(files().makeQualified(path).toUri().getPath());
  }

  /** Lets go of results that this night did not use. */
  public void forgetOthers() throws IOException {
    if (!files().exists(root)) {
      return;
    }
    for (FileStatus fact : files().listStatus(root)) {
      String name = fact.getPath().getName();
      Set<Path> folders = new HashSet<>();
      Set<Path> parts = new HashSet<>();
      for (String key : used.getOrDefault(name, Set.of())) {
        folders.add(part(name, key).folder());
        parts.add(part(name, key).files());
      }
      Map<String, Kept> all = fact.isDirectory() ? parts(name) : Map.of();
      for (Kept part : all.values()) {
        if (folders.contains(part.folder()) && !parts.contains(part.files())) {
          files().delete(part.files(), true);
        }
      }
      Set<String> names = new HashSet<>();
      folders.forEach(folder -> names.add(folder.getName()));
      for (FileStatus result : files().listStatus(fact.getPath())) {
        if (!names.contains(result.getPath().getName())) {
          files().delete(result.getPath(), true);
        }
      }
      kept.remove(name);
    }
  }

  private FileSystem files() throws IOException {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    return root.getFileSystem(configuration);
  }
}

package org.cyberreadiness.batch.landing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** The landing area: files as delivered, one folder a source. Nothing in it is ever changed. */
public final class Landing {
  /** List of made-up files that the generator writes, in the format of sha256sum. */
  public static final String MADE_UP_LIST = "_made-up.sha256";

  /**
   * A file and its bytes' hash.
   *
   * @param listed the file
   * @param sha256 hash of its bytes; empty when it cannot be opened
   * @param synthetic true when the generator lists it as made up
   */
  public record Hashed(Listed listed, String sha256, boolean synthetic) {}

  private final SparkSession spark;
  private final Path root;

  public Landing(SparkSession spark, String root) {
    this.spark = spark;
    this.root = new Path(root);
  }

  /** What the landing area holds: files of known sources, and folders no source reads. */
  public record Listing(List<Listed> files, List<String> unknownFolders) {}

  /**
   * Lists the files of the given sources. Names that end in {@code .part} or start with {@code .}
   * or {@code _} are left alone, folders likewise.
   *
   * @param sources names of sources
   * @throws IOException when the area cannot be read
   */
  public Listing list(Set<String> sources) throws IOException {
    FileSystem files = root.getFileSystem(configuration());
    List<Listed> listed = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    if (!files.exists(root)) {
      return new Listing(listed, unknown);
    }
    for (FileStatus folder : files.listStatus(root)) {
      String source = folder.getPath().getName();
      if (!folder.isDirectory() || isLeftAlone(source)) {
        continue;
      }
      if (sources.contains(source)) {
        listed.addAll(filesBelow(files, folder.getPath(), source));
      } else {
        unknown.add(source);
      }
    }
    listed.sort(Comparator.comparing(Listed::source).thenComparing(Listed::name));
    unknown.sort(null);
    return new Listing(listed, unknown);
  }

  private static List<Listed> filesBelow(FileSystem files, Path folder, String source)
      throws IOException {
    List<Listed> listed = new ArrayList<>();
    int prefix = folder.toUri().getPath().length() + 1;
    RemoteIterator<LocatedFileStatus> iterator = files.listFiles(folder, true);
    while (iterator.hasNext()) {
      LocatedFileStatus file = iterator.next();
      String name = file.getPath().toUri().getPath().substring(prefix);
      boolean leftAlone = false;
      for (String part : name.split("/", -1)) {
        leftAlone |= isLeftAlone(part);
      }
      if (!leftAlone) {
        listed.add(
            new Listed(
                source,
                name,
                file.getPath().toString(),
                file.getLen(),
                file.getModificationTime()));
      }
    }
    return listed;
  }

  private static boolean isLeftAlone(String name) {
    return name.startsWith(".") || name.startsWith("_") || name.endsWith(".part");
  }

  /**
   * Hashes files, several at once. A file that cannot be read keeps an empty hash.
   *
   * @throws IOException when the list of made-up files cannot be read
   */
  public List<Hashed> fingerprint(List<Listed> listed) throws IOException {
    if (listed.isEmpty()) {
      return List.of();
    }
    Set<String> madeUp = madeUp();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> configuration =
        context.broadcast(new SerializableConfiguration(configuration()));
    int slices = Math.min(listed.size(), 4 * context.defaultParallelism());
    List<String> hashes =
        context
            .parallelize(listed, slices)
            .map(file -> hash(file.location(), configuration.value().value()))
            .collect();
    List<Hashed> files = new ArrayList<>();
    for (int i = 0; i < listed.size(); i++) {
      String hash = hashes.get(i);
      files.add(new Hashed(listed.get(i), hash, madeUp.contains(hash)));
    }
    return files;
  }

  private static String hash(String location, Configuration configuration) {
    Path path = new Path(location);
    try (InputStream in = path.getFileSystem(configuration).open(path);
        DigestInputStream digesting = new DigestInputStream(in, sha256())) {
      digesting.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (IOException | FSError e) {
      return ""; // Hadoop tells of a fault of the disk by an error
    }
  }

  private Set<String> madeUp() throws IOException {
    Set<String> hashes = new HashSet<>();
    Path list = new Path(root, MADE_UP_LIST);
    FileSystem files = root.getFileSystem(configuration());
    if (!files.exists(list)) {
      return hashes;
    }
    try (InputStream in = files.open(list)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.length() > 64) {
          hashes.add(line.substring(0, 64));
        }
      }
    }
    return hashes;
  }

  private Configuration configuration() {
    return spark.sparkContext().hadoopConfiguration();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

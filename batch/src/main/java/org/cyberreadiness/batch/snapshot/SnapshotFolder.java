package org.cyberreadiness.batch.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.cyberreadiness.batch.run.NightReport;

/**
 * The folder of published snapshots: {@code <night>-<hash>/readiness.duckdb}, and {@code CURRENT},
 * which names the one to read. Beside each file lies the report of its night, and in {@code
 * failed/} the reports of nights that published nothing.
 *
 * @param root the folder
 */
public record SnapshotFolder(Path root) {
  /** Name of the file in each snapshot's folder. */
  public static final String FILE = "readiness.duckdb";

  /** Name of the night's report in each snapshot's folder. */
  public static final String REPORT = "report.json";

  private static final String FAILED = "failed";
  private static final String CURRENT = "CURRENT";
  private static final String BUILDING = ".building-";

  /** Id of the current snapshot; empty before the first. */
  public Optional<String> current() throws IOException {
    Path current = root.resolve(CURRENT);
    return Files.exists(current)
        ? Optional.of(Files.readString(current).strip())
        : Optional.empty();
  }

  /** Folder of a snapshot: its file and the report of its night. */
  public Path folder(String id) {
    return root.resolve(id);
  }

  /** Path of a snapshot's file. */
  public Path file(String id) {
    return root.resolve(id).resolve(FILE);
  }

  /** True when the snapshot is there. */
  public boolean has(String id) {
    return Files.exists(file(id));
  }

  /** True when the snapshot is there and its file opens. */
  public boolean opens(String id) {
    Properties readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file(id), readOnly)) {
      return has(id) && connection.isValid(0);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Folder of computed facts, kept from night to night. */
  public Path facts() {
    return root.resolve(".facts");
  }

  /** A new, empty folder to build a snapshot in; what killed nights left behind goes. */
  public Path building() throws IOException {
    Files.createDirectories(root);
    try (Stream<Path> entries = Files.list(root)) {
      for (Path left :
          entries.filter(p -> p.getFileName().toString().startsWith(BUILDING)).toList()) {
        delete(left);
      }
    }
    return Files.createTempDirectory(root, BUILDING);
  }

  /**
   * Puts a finished folder in its place, whole or not at all; one of the same id stays as it is.
   */
  public void place(Path building, String id) throws IOException {
    if (has(id)) {
      if (opens(id)) {
        delete(building);
        return;
      }
      // damaged since: the one just built takes its place
      delete(root.resolve(id));
    }
    sync(building.resolve(FILE));
    Files.move(building, root.resolve(id), StandardCopyOption.ATOMIC_MOVE);
    sync(root);
  }

  /** Keeps the report of a night that published nothing. */
  public void keepFailed(String night, NightReport report) throws IOException {
    report.write(root.resolve(FAILED).resolve(night + ".json"));
  }

  /** Makes a snapshot the current one, in one step, unless a later night's is. */
  public void makeCurrent(String id) throws IOException {
    Optional<String> current = current();
    if (current.isPresent()
        && has(current.get())
        && nightOf(current.get()).compareTo(nightOf(id)) > 0) {
      return;
    }
    Path fresh = root.resolve("." + CURRENT + ".new");
    Files.writeString(fresh, id + "\n", StandardCharsets.UTF_8);
    sync(fresh);
    Files.move(
        fresh,
        root.resolve(CURRENT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Ids of all snapshots, newest night first. */
  public List<String> ids() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith(".") && has(name))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  private static String nightOf(String id) {
    return id.substring(0, Math.min(10, id.length()));
  }

  /** Deletes a folder and what is in it. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}

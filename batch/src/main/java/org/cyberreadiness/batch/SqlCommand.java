package org.cyberreadiness.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.cyberreadiness.batch.run.NightFailed;
import org.cyberreadiness.batch.snapshot.SnapshotFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One query on a published snapshot. */
@Command(
    name = "sql",
    description = "Runs one query on the published snapshot; CSV on standard output.",
    mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "Folder of all state.")
  private @Nullable String data;

  @Option(
      names = "--snapshot",
      paramLabel = "ID",
      description = "Snapshot to ask (default: the current one).")
  private @Nullable String snapshot;

  @Parameters(paramLabel = "SELECT", description = "The query.")
  private String query = "";

  @Override
  public Integer call() throws Exception {
    Settings settings = Settings.of(data == null ? Main.defaultData() : data, System.getenv());
    SnapshotFolder folder = new SnapshotFolder(Path.of(settings.snapshots()));
    Optional<String> id = snapshot == null ? folder.current() : Optional.of(snapshot);
    if (id.isEmpty()) {
      throw new NightFailed(
          "No snapshot is published in " + settings.snapshots() + ". Run: readiness nightly");
    }
    if (!folder.has(id.get())) {
      throw new NightFailed(
          "There is no snapshot " + id.get() + ". Known: " + String.join(", ", folder.ids()));
    }
    print(folder.file(id.get()));
    return 0;
  }

  /** DuckDB writes the CSV: into a file, so that what a test or a pipe hears goes one way. */
  private void print(Path file) throws IOException, NightFailed {
    Path csv = Files.createTempFile("query", ".csv");
    Properties readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "copy ("
              + query.strip().replaceFirst(";$", "")
              + "\n) to '"
              + csv.toString().replace("'", "''")
              + "' (format csv, header)");
      Files.copy(csv, System.out);
      System.out.flush();
    } catch (SQLException e) {
      throw new NightFailed("The query cannot be run: " + e.getMessage());
    } finally {
      Files.delete(csv);
    }
  }
}

package org.cyberreadiness.batch;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cyberreadiness.batch.run.Failure;
import org.cyberreadiness.batch.run.NightFailed;
import org.cyberreadiness.batch.snapshot.SnapshotFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The batch's commands. Exit codes: 0 done, 1 failed, 2 wrong use. */
@Command(
    name = "readiness",
    description = "Takes in landing files and publishes the national snapshot.",
    mixinStandardHelpOptions = true,
    subcommands = {NightlyCommand.class, Main.Sql.class})
public final class Main implements Callable<Integer> {
  @Override
  public Integer call() {
    new CommandLine(this).usage(System.err);
    return 2;
  }

  /** Runs a command and ends the process with its code. */
  public static void main(String[] arguments) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> System.err.println(Failure.sentence(failure)));
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println(Failure.sentence(failure));
              return 1;
            })
        .execute(arguments);
  }

  static String defaultData() {
    String data = System.getenv("READINESS_DATA");
    return data == null || data.isBlank() ? "./data" : data;
  }

  /** One query. */
  @Command(
      name = "sql",
      description = "Runs one query on the published snapshot; CSV on standard output.",
      mixinStandardHelpOptions = true)
  static final class Sql implements Callable<Integer> {
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
      Settings settings = Settings.of(data == null ? defaultData() : data, System.getenv());
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
      try (Connection connection =
              DriverManager.getConnection("jdbc:duckdb:" + folder.file(id.get()), readOnly());
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        write(rows, new PrintStream(System.out, true, StandardCharsets.UTF_8));
      } catch (SQLException e) {
        throw new NightFailed("The query cannot be run: " + e.getMessage());
      }
      return 0;
    }

    private static java.util.Properties readOnly() {
      java.util.Properties properties = new java.util.Properties();
      properties.setProperty("duckdb.read_only", "true");
      return properties;
    }

    private static void write(ResultSet rows, PrintStream out) throws SQLException {
      ResultSetMetaData columns = rows.getMetaData();
      StringBuilder line = new StringBuilder();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        line.append(i == 1 ? "" : ",").append(cell(columns.getColumnLabel(i)));
      }
      out.println(line);
      while (rows.next()) {
        line.setLength(0);
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          line.append(i == 1 ? "" : ",").append(cell(rows.getString(i)));
        }
        out.println(line);
      }
    }

    private static String cell(@Nullable String text) {
      if (text == null) {
        return "";
      }
      return text.isEmpty()
              || text.indexOf(',') >= 0
              || text.indexOf('"') >= 0
              || text.indexOf('\n') >= 0
          ? '"' + text.replace("\"", "\"\"") + '"'
          : text;
    }
  }
}

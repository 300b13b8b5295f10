package org.cyberreadiness.batch;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.run.NightFailed;
import org.cyberreadiness.batch.run.Session;
import org.cyberreadiness.batch.run.Story;
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
    subcommands = {Main.Nightly.class, Main.Sql.class})
public final class Main implements Callable<Integer> {
  @Override
  public Integer call() {
    new CommandLine(this).usage(System.err);
    return 2;
  }

  /** Runs a command and ends the process with its code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println(sentence(failure));
              return 1;
            })
        .execute(arguments);
  }

  private static String sentence(Exception failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    if (failure instanceof NightFailed) {
      return message;
    }
    String trace = System.getenv("READINESS_TRACE");
    if (trace != null) {
      failure.printStackTrace();
    }
    return "Failed: "
        + message.lines().findFirst().orElse("")
        + " (set READINESS_TRACE=1 to see where)";
  }

  private static String defaultData() {
    String data = System.getenv("READINESS_DATA");
    return data == null || data.isBlank() ? "./data" : data;
  }

  /** One night. */
  @Command(
      name = "nightly",
      description = "Takes in every landing file not yet taken in and publishes a snapshot.",
      mixinStandardHelpOptions = true)
  static final class Nightly implements Callable<Integer> {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Folder of all state (default: READINESS_DATA, else ./data).")
    private @Nullable String data;

    @Option(
        names = "--night",
        paramLabel = "YYYY-MM-DD",
        description = "Date the night is run for (default: today, UTC).")
    private @Nullable LocalDate night;

    @Option(
        names = "--retry-rejected",
        description =
            "Reads again every landing file that was refused or has rows set aside, and takes in"
                + " what is readable now.")
    private boolean retriesRejected;

    @Override
    public Integer call() throws Exception {
      Settings settings = Settings.of(data == null ? defaultData() : data, System.getenv());
      if (!settings.landing().contains("://") && !Files.isDirectory(Path.of(settings.landing()))) {
        throw new NightFailed(
            "There is no landing folder "
                + Path.of(settings.landing()).toAbsolutePath().normalize()
                + ". Put files into landing/<source>/, or make sample data with: readiness"
                + " generate --out "
                + settings.landing());
      }
      Night of = new Night(night == null ? LocalDate.now(ZoneOffset.UTC) : night);
      Story story = new Story(System.out);
      story.say("Night of " + of);
      SparkSession spark = story.timed("start Spark", Session::open);
      try {
        NightlyRun run = new NightlyRun(spark, settings, story);
        if (retriesRejected) {
          run.runAndRetryRejected(of);
        } else {
          run.run(of);
        }
        story.summary();
        return 0;
      } finally {
        spark.stop();
      }
    }
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

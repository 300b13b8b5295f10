package org.cyberreadiness.dashboard.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.cyberreadiness.batch.snapshot.Contract;

/** A snapshot made from the contract's own text, with the rows a test needs. */
public final class MadeUpSnapshot {

  private MadeUpSnapshot() {}

  /** Publishes it as the night does: the file first, then CURRENT in one step. */
  public static void publish(Path data, String id, boolean synthetic, String... moreSql) {
    write(data, id, synthetic, 2, moreSql);
    makeCurrent(data, id);
  }

  public static void write(
      Path data, String id, boolean synthetic, int schemaVersion, String... moreSql) {
    Path folder = data.resolve("snapshots").resolve(id);
    try {
      Files.createDirectories(folder);
      try (Connection connection =
              DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("readiness.duckdb"));
          Statement statement = connection.createStatement()) {
        for (String statements : Contract.schema()) {
          statement.execute(statements);
        }
        for (String statements : Contract.formulas()) {
          statement.execute(statements);
        }
        statement.execute(
            "insert into snapshot values ('%s', date '2022-09-10', %d, 'test', timestamp '2022-09-10 01:00:00', %s)"
                .formatted(id, schemaVersion, synthetic));
        for (String sql : moreSql) {
          statement.execute(sql);
        }
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("Cannot write the snapshot of a test", e);
    }
  }

  public static void makeCurrent(Path data, String id) {
    try {
      Path next = data.resolve("snapshots").resolve("CURRENT.next");
      Files.writeString(next, id + "\n");
      Files.move(
          next,
          next.resolveSibling("CURRENT"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot write CURRENT", e);
    }
  }

  /** A small nation: twelve trusts in two regions, two editions, one month; made up. */
  public static String[] smallNation() {
    return Arrays.stream(
            read("/org/cyberreadiness/dashboard/snapshot/small-nation.sql").split(";\\s*\\n"))
        .filter(sql -> !sql.isBlank())
        .toArray(String[]::new);
  }

  private static String read(String address) {
    try (InputStream text = MadeUpSnapshot.class.getResourceAsStream(address)) {
      if (text == null) {
        throw new IllegalStateException(
            "Cannot find %s on the class path: the batch module brings it".formatted(address));
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

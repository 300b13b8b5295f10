package org.cyberreadiness.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cyberreadiness.dashboard.snapshot.MadeUpSnapshot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;

/** Every .sql of the dashboard runs against an empty file made of the contract's text. */
class EveryQueryTest {

  private static final Path SOURCES =
      Path.of("src/main/resources/org/cyberreadiness/dashboard").toAbsolutePath();
  private static final Pattern MARKER = Pattern.compile("(?<!:):([a-z_]+)");

  @TempDir static Path data;

  @BeforeAll
  static void writeAnEmptySnapshot() {
    MadeUpSnapshot.write(data, "empty", true, 2);
  }

  static List<Path> queries() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .map(SOURCES::relativize)
          .sorted()
          .toList();
    }
  }

  @Test
  void thereAreQueries() throws IOException {
    assertThat(queries()).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void runsOnAnEmptyFile(Path query) throws Exception {
    String sql = Files.readString(SOURCES.resolve(query), StandardCharsets.UTF_8);
    assertThat(sql).as("what one row is, said at the top of %s", query).startsWith("-- One row");
    assertThatCode(() -> run(sql)).as(query.toString()).doesNotThrowAnyException();
  }

  private static void run(String sql) throws SQLException {
    Map<String, Object> markers = new HashMap<>();
    ParsedSql parsed = NamedParameterUtils.parseSqlStatement(sql);
    MARKER.matcher(sql).results().forEach(marker -> markers.put(marker.group(1), null));
    markers.put("as_at", LocalDate.of(2022, 9, 10));
    MapSqlParameterSource source = new MapSqlParameterSource(markers);
    String text = NamedParameterUtils.substituteNamedParameters(parsed, source);
    Object[] values = NamedParameterUtils.buildValueArray(parsed, source, null);
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:duckdb:" + data.resolve("snapshots/empty/readiness.duckdb"));
        PreparedStatement statement = connection.prepareStatement(text)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeQuery().close();
    }
  }
}

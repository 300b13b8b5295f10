package org.cyberreadiness.batch.snapshot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on one DuckDB connection; values are bound, never written into the text. */
record Duck(Connection connection) {
  /** Runs statements without values; several may stand in one text. */
  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs one statement; a collection is bound as a list of texts. */
  void run(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = bound(sql, values)) {
      statement.execute();
    }
  }

  /** The first columns of all rows, as text. */
  List<String> texts(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = bound(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    }
  }

  /** The first column of the only row, as text. */
  String text(String sql, @Nullable Object... values) throws SQLException {
    return texts(sql, values).getFirst();
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(
            i + 1,
            values[i] instanceof Collection<?> texts
                ? connection.createArrayOf("VARCHAR", texts.toArray())
                : values[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  /** A text as DuckDB reads it where nothing can be bound, such as the file to attach. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Columns of a table in their order; none when there is no such table. */
  List<String> columns(String table) throws SQLException {
    return texts(
        "select column_name from duckdb_columns() where table_name = ? and not internal"
            + " order by column_index",
        table);
  }
}

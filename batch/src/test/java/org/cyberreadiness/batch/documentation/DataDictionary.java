package org.cyberreadiness.batch.documentation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.snapshot.Contract;

/** The data dictionary of a snapshot, as DuckDB understands the contract. */
final class DataDictionary {
  private final Connection connection;

  private DataDictionary(Connection connection) {
    this.connection = connection;
  }

  /** Markdown of the page. */
  static String page() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      DataDictionary dictionary = new DataDictionary(connection);
      for (String statements : Contract.schema()) {
        dictionary.execute(statements);
      }
      for (String statements : Contract.formulas()) {
        dictionary.execute(statements);
      }
      return dictionary.write();
    }
  }

  /** Tables, views, columns and macros that no comment explains. */
  static List<String> withoutComment() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      DataDictionary dictionary = new DataDictionary(connection);
      for (String statements : Contract.schema()) {
        dictionary.execute(statements);
      }
      for (String statements : Contract.formulas()) {
        dictionary.execute(statements);
      }
      return dictionary
          .rows(
              "select table_name from duckdb_tables() where comment is null"
                  + " union all select view_name from duckdb_views() where comment is null and not internal"
                  + " union all select c.table_name || '.' || c.column_name from duckdb_columns() as c"
                  + " join duckdb_tables() as t using (table_name) where c.comment is null"
                  + " union all select function_name from duckdb_functions()"
                  + " where not internal and comment is null")
          .stream()
          .map(row -> row.get(0))
          .toList();
    }
  }

  private String write() throws SQLException {
    StringBuilder page = new StringBuilder("# Data dictionary of a snapshot\n\n");
    page.append(
            "Every table, view and formula of `readiness.duckdb`, with what a row and a column say.")
        .append(
            " Dates end in `_on`, UTC timestamps in `_at`; a share lies in 0..1. `known_from` is")
        .append(
            " inclusive, `known_to` exclusive and empty while the version stands.\n\n## Tables\n");
    for (List<String> table :
        rows("select table_name, comment from duckdb_tables() order by table_oid")) {
      page.append("\n### ")
          .append(table.get(0))
          .append("\n\n")
          .append(table.get(1).replaceFirst("[.]$", ""))
          .append(".\n\n");
      String key =
          rows(
                  "select array_to_string(constraint_column_names, ', ') from duckdb_constraints() where"
                      + " table_name = '"
                      + table.get(0)
                      + "' and constraint_type = 'PRIMARY KEY'")
              .stream()
              .map(row -> row.get(0))
              .collect(Collectors.joining());
      page.append(key.isEmpty() ? "" : "Key: " + key + ".\n\n");
      page.append("| column | type | may be empty | says |\n|---|---|---|---|\n");
      for (List<String> column :
          rows(
              "select column_name, data_type, if(is_nullable, 'yes', ''), comment from"
                  + " duckdb_columns() where table_name = '"
                  + table.get(0)
                  + "' order by column_index")) {
        page.append("| `").append(column.get(0)).append("` | ").append(type(column.get(1)));
        page.append(" | ").append(column.get(2)).append(" | ").append(cell(column.get(3)));
        page.append(" |\n");
      }
    }
    page.append("\n## Views\n\n| view | says |\n|---|---|\n");
    for (List<String> view :
        rows("select view_name, comment from duckdb_views() where not internal order by 1")) {
      page.append("| `")
          .append(view.get(0))
          .append("` | ")
          .append(cell(view.get(1)))
          .append(" |\n");
    }
    page.append(
        "\n## Formulas\n\nTable macros take the day to look from: `from trend_as_at(date '2024-09-10')`.\n\n");
    page.append("| formula | says |\n|---|---|\n");
    for (List<String> macro :
        rows(
            "select function_name || '(' || array_to_string(parameters, ', ') || ')', comment from"
                + " duckdb_functions() where not internal order by 1")) {
      page.append("| `")
          .append(macro.get(0))
          .append("` | ")
          .append(cell(macro.get(1)))
          .append(" |\n");
    }
    page.append("\n## Words\n");
    for (String path : OwnFiles.below("snapshot/vocabulary")) {
      String name = path.substring(path.lastIndexOf('/') + 1).replace(".csv", "");
      if (!name.startsWith("dataset")) {
        words(page, name, path);
      }
    }
    return page.append(
            "\nMade by the test `DocumentationTest` from the schema and the formulas; do not edit.\n")
        .toString();
  }

  private static void words(StringBuilder page, String name, String path) {
    page.append("\n### ").append(name).append("\n\n| code | reads | means |\n|---|---|---|\n");
    OwnFiles.text(path)
        .lines()
        .skip(1)
        .forEach(
            line -> {
              String[] fields = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
              page.append("| `").append(fields[0]).append("` | ").append(cell(fields[1]));
              page.append(" | ").append(cell(fields[4].replaceAll("^\"|\"$", ""))).append(" |\n");
            });
  }

  private static String type(String type) {
    return cell(type.startsWith("ENUM") ? "one of " + type.substring(4).replace("'", "") : type);
  }

  private static String cell(String text) {
    return text == null ? "" : text.replace("|", "\\|").replace("\n", " ");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<List<String>> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<List<String>> all = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i) == null ? "" : rows.getString(i));
        }
        all.add(row);
      }
      return all;
    }
  }
}

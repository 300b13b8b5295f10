package org.cyberreadiness.batch.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.cyberreadiness.batch.resource.OwnFiles;
import org.cyberreadiness.batch.validation.Source;

/**
 * The words of a snapshot: vocabulary, datasets and their columns (with the comments of the
 * contract), and the sources.
 */
final class Dictionary {
  private static final String FOLDER = "snapshot/vocabulary/";
  private static final String DATASET = FOLDER + "dataset.csv";
  private static final String DATASET_COLUMN = FOLDER + "dataset_column.csv";
  private static final String ROWS = "read_csv(?, header = true, all_varchar = true)";

  private final Duck duck;
  private final Path scratch;

  /**
   * @param scratch a file to copy texts to, for DuckDB to read them
   */
  Dictionary(Duck duck, Path scratch) {
    this.duck = duck;
    this.scratch = scratch;
  }

  void write(List<Source> sources) throws SQLException, IOException {
    duck.run("create temp table described as from " + ROWS, copyOf(DATASET));
    duck.run("create temp table marked as from " + ROWS, copyOf(DATASET_COLUMN));
    duck.run(
        """
        insert into dataset
        select d.dataset, d.title, d.grain, t.comment
        from described as d
        join duckdb_tables() as t on t.table_name = d.dataset
        """);
    duck.run(
        """
        insert into dataset_column
        select c.table_name, c.column_name, c.column_index, c.data_type, m.unit, c.comment,
          coalesce(m.sensitivity, d.sensitivity)
        from duckdb_columns() as c
        join described as d on d.dataset = c.table_name
        left join marked as m on m.dataset = c.table_name and m.column_name = c.column_name
        """);
    duck.run("drop table described; drop table marked");
    for (String path : OwnFiles.below("snapshot/vocabulary")) {
      if (!path.equals(DATASET) && !path.equals(DATASET_COLUMN)) {
        duck.run(
            "insert into vocabulary select ?, code, label, label_plural,"
                + " cast(position as integer), meaning, source from "
                + ROWS,
            path.substring(FOLDER.length()).replace(".csv", ""),
            copyOf(path));
      }
    }
    for (Source source : sources) {
      duck.run(
          "insert into source values (?, ?, ?, ?, ?)",
          source.name(),
          source.title(),
          source.cadenceDays(),
          source.description(),
          source.asAt().isWhole());
    }
    Files.deleteIfExists(scratch);
  }

  private String copyOf(String path) throws IOException {
    Files.writeString(scratch, OwnFiles.text(path));
    return scratch.toString();
  }
}

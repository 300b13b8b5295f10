package org.cyberreadiness.batch.snapshot;

import java.sql.SQLException;

/**
 * Hash over all rows of all tables, whatever their order. What follows from the nights that were
 * run, and not from the files and the day, is left out: the night of taking in, the changes since
 * the snapshot before, and the checks that compare with it.
 */
final class ContentHash {
  private ContentHash() {}

  /**
   * @param policyVersion version of the rules, which is content too
   */
  static String of(Duck duck, String policyVersion) throws SQLException {
    StringBuilder all = new StringBuilder(policyVersion);
    for (String table :
        duck.texts(
            "select table_name from duckdb_tables() where not temporary and not internal"
                + " and table_name not in ('snapshot', 'change', 'check_result') order by 1")) {
      String rows =
          table.equals("source_file")
              ? "(select * exclude (night) from source_file)"
              : "\"" + table + "\"";
      all.append('|')
          .append(table)
          .append(
              duck.text(
                  "select count(*) || coalesce(cast(sum(cast(hash(t) as hugeint)) as varchar), '')"
                      + " from "
                      + rows
                      + " as t"));
    }
    return duck.text("select substr(md5(?), 1, 8)", all.toString());
  }
}

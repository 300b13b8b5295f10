package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.server.streams.DownloadHandler;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cyberreadiness.dashboard.snapshot.SnapshotLease;
import org.cyberreadiness.dashboard.snapshot.Snapshots;
import org.cyberreadiness.dashboard.snapshot.Sql;

/**
 * All rows of a query as CSV, streamed, from the snapshot that the page showed: RFC 4180, UTF-8,
 * machine names, ISO dates.
 */
public final class CsvFile {

  private CsvFile() {}

  /**
   * @param name what the file holds, such as 'organisations'; day and snapshot are added
   * @param with every marker of the query, as_at among them
   */
  public static DownloadHandler of(
      Snapshots snapshots, Visit visit, Sql sql, Map<String, Object> with, String name) {
    var asked = Map.copyOf(with);
    String snapshot = visit.snapshot().id();
    String fileName =
        "%s-as-at-%s-snapshot-%s.csv"
            .formatted(name, visit.asAt(), snapshot)
            .toLowerCase(Locale.ROOT);
    return event -> {
      event.setFileName(fileName);
      event.setContentType("text/csv; charset=utf-8");
      try (SnapshotLease lease = snapshots.lease(snapshot)) {
        lease.stream(sql, asked, rows -> write(rows, event.getOutputStream()));
      }
    };
  }

  private static void write(ResultSet rows, OutputStream to) throws Exception {
    ResultSetMetaData columns = rows.getMetaData();
    int width = columns.getColumnCount();
    try (var csv = CsvWriter.builder().build(to)) {
      List<String> cells = new ArrayList<>();
      for (int i = 1; i <= width; i++) {
        cells.add(columns.getColumnLabel(i));
      }
      csv.writeRecord(cells);
      while (rows.next()) {
        cells.clear();
        for (int i = 1; i <= width; i++) {
          Object value = rows.getObject(i);
          cells.add(value == null ? "" : Csv.guarded(value.toString()));
        }
        csv.writeRecord(cells);
      }
    }
  }
}

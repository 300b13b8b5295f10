package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.cyberreadiness.dashboard.snapshot.SnapshotLease;
import org.cyberreadiness.dashboard.snapshot.Snapshots;
import org.cyberreadiness.dashboard.snapshot.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A link that downloads all rows of a query as CSV: the day, the filters and the snapshot of the
 * page it stands on, whatever is published in between.
 */
public final class CsvDownload extends Anchor {

  private static final long serialVersionUID = 1;

  /**
   * @param what what the rows are, for the file's name and for readers: "organisations below the
   *     standard"
   * @param with the filters of the screen; {@code :as_at} is the visit's
   */
  public CsvDownload(
      Snapshots snapshots,
      Visit visit,
      String what,
      Sql sql,
      Map<String, ? extends @Nullable Object> with) {
    addClassName("csv");
    setText("CSV");
    setAriaLabel("Download as CSV: " + what);
    setTitle("All rows that match, as CSV");
    String name = CsvFile.name(what, visit);
    String snapshot = visit.snapshot().id();
    Map<String, @Nullable Object> parameters = visit.bind(with);
    DownloadHandler handler = event -> send(event, snapshots, snapshot, name, sql, parameters);
    setHref(handler, AttachmentType.DOWNLOAD);
  }

  private static void send(
      DownloadEvent event,
      Snapshots snapshots,
      String snapshot,
      String name,
      Sql sql,
      Map<String, @Nullable Object> parameters)
      throws IOException {
    event.setFileName(name);
    event.setContentType("text/csv;charset=utf-8");
    try (SnapshotLease lease = snapshots.lease(snapshot);
        OutputStream out = event.getOutputStream()) {
      lease.stream(sql, parameters, rows -> CsvFile.write(rows, out));
    }
  }
}

package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import java.util.Map;
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
    setHref(CsvFile.of(snapshots, visit, sql, with, what), AttachmentType.DOWNLOAD);
  }
}

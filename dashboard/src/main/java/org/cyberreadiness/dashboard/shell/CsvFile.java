package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.server.streams.DownloadHandler;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cyberreadiness.dashboard.snapshot.SnapshotLease;
import org.cyberreadiness.dashboard.snapshot.Snapshots;
import org.cyberreadiness.dashboard.snapshot.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV: RFC 4180, UTF-8, one header row of machine names, ISO dates, UTC times, plain
 * numbers, nothing for null. Text that a spreadsheet would take for a formula is guarded by an
 * apostrophe.
 */
public final class CsvFile {

  private CsvFile() {}

  /**
   * A download of all rows of a query from the snapshot that the page shows, whatever is published
   * in between; streamed, so that its length does not matter.
   *
   * @param with the filters of the screen; {@code :as_at} is the visit's
   * @param what what the rows are, such as 'organisations'; day and snapshot are added
   */
  public static DownloadHandler of(
      Snapshots snapshots,
      Visit visit,
      Sql sql,
      Map<String, ? extends @Nullable Object> with,
      String what) {
    String fileName = name(what, visit);
    String snapshot = visit.snapshot().id();
    Map<String, @Nullable Object> parameters = visit.bind(with);
    return event -> {
      event.setFileName(fileName);
      event.setContentType("text/csv;charset=utf-8");
      try (SnapshotLease lease = snapshots.lease(snapshot);
          OutputStream out = event.getOutputStream()) {
        lease.stream(sql, parameters, rows -> write(rows, out));
      }
    };
  }

  /** Writes all rows as they come; nothing is held back. */
  static void write(ResultSet rows, OutputStream out) throws SQLException {
    try {
      Writer writer =
          new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
      ResultSetMetaData columns = rows.getMetaData();
      String[] record = new String[columns.getColumnCount()];
      for (int i = 0; i < record.length; i++) {
        record[i] = columns.getColumnLabel(i + 1);
      }
      csv.writeRecord(record);
      while (rows.next()) {
        for (int i = 0; i < record.length; i++) {
          record[i] = cell(rows.getObject(i + 1));
        }
        csv.writeRecord(record);
      }
      csv.flush();
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String cell(@Nullable Object value) throws SQLException {
    return switch (value) {
      case null -> "";
      case Double number -> decimal(number);
      case Float number -> decimal(number.doubleValue());
      case BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      case Boolean yes -> yes.toString();
      case LocalDate day -> day.toString();
      case java.sql.Date day -> day.toLocalDate().toString();
      case LocalDateTime time -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time) + "Z";
      case java.sql.Timestamp time ->
          DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.toLocalDateTime()) + "Z";
      case OffsetDateTime time -> time.toInstant().toString();
      case Array list ->
          guarded(
              Arrays.stream((Object[]) list.getArray())
                  .map(String::valueOf)
                  .collect(Collectors.joining(";")));
      default -> guarded(value.toString());
    };
  }

  private static String decimal(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : "";
  }

  /** A spreadsheet runs a text that begins like this. */
  private static String guarded(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** Lower case with dashes: {@code organisations-2022-09-10-a1b2.csv}. */
  static String name(String what, Visit visit) {
    String plain =
        what.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String day = visit.isNewest() ? "" : "-as-at-" + visit.asAt();
    return plain + day + "-snapshot-" + visit.snapshot().id() + ".csv";
  }
}

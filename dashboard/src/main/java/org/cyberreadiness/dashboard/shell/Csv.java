package org.cyberreadiness.dashboard.shell;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures as CSV (RFC 4180, UTF-8, one header row): what people take away. A cell never starts a
 * formula.
 */
public final class Csv {

  private Csv() {}

  public static byte[] of(List<String> names, List<List<String>> rows) {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(names);
      for (List<String> row : rows) {
        csv.writeRecord(row.stream().map(Csv::guarded).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write CSV", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A row of values: dates as ISO, numbers plain, nothing where nothing is known. */
  public static List<String> row(@Nullable Object... values) {
    return Arrays.stream(values).map(value -> value == null ? "" : value.toString()).toList();
  }

  /** Text that a spreadsheet would run as a formula gets an apostrophe; numbers stay numbers. */
  static String guarded(String cell) {
    if (cell.isEmpty()
        || "=+-@\t\r".indexOf(cell.charAt(0)) < 0
        || cell.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
      return cell;
    }
    return "'" + cell;
  }
}

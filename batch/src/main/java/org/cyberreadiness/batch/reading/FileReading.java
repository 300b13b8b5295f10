package org.cyberreadiness.batch.reading;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.RowReader;
import org.cyberreadiness.batch.validation.Source;
import org.cyberreadiness.batch.validation.UnreadableValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file from its first byte to its last:
 *
 * <ol>
 *   <li>unpacks it where it is gzip
 *   <li>finds the vintage of its layout, or refuses it with the nearest one and the difference
 *   <li>turns each row into a typed row or a rejected one, with its line
 * </ol>
 */
public final class FileReading implements Closeable {
  /**
   * What one row became.
   *
   * @param line line on which it begins
   * @param reading typed row and findings
   * @param raw the row as delivered, masked; null when accepted
   */
  public record Result(long line, RowReader.Reading reading, @Nullable String raw) {}

  private final Records records;
  private final ArrayDeque<RawRecord> first;
  private final Layout layout;
  private final @Nullable List<String> headers;
  private final int fieldCount;
  private final RowReader reader;
  private final Masking masking;

  /**
   * @param fileName its name without folders
   * @param source its declaration
   * @param in its bytes as delivered
   * @throws UnreadableFile when no vintage fits or it is not what it says
   */
  public FileReading(String fileName, Source source, InputStream in)
      throws IOException, UnreadableFile {
    try {
      InputStream text = Unpacked.of(in);
      records =
          LayoutFinder.isJson(source)
              ? JsonRecords.open(text, LayoutFinder.jsonFields(source))
              : new CsvRecords(new Lines(text));
      LayoutFinder.Found found = LayoutFinder.find(source, records);
      first = found.rows();
      layout = found.layout();
      headers = found.headers();
    } catch (EOFException | ZipException e) {
      throw cutGzip();
    }
    fieldCount = headers == null ? layout.fieldCount() : headers.size();
    reader =
        new RowReader(
            source, layout, headers, layout.readsName() ? words(fileName, source) : Map.of());
    masking = new Masking(source, layout, headers);
  }

  private static Map<String, String> words(String fileName, Source source) throws UnreadableFile {
    try {
      return source.names().of(fileName);
    } catch (UnreadableValue e) {
      throw new UnreadableFile(
          "The file's name does not say what it is. Expected " + e.getMessage() + ".");
    }
  }

  private static UnreadableFile cutGzip() {
    return new UnreadableFile(
        "The gzip file is damaged or ends in the middle. Deliver it again as a whole.");
  }

  /** Vintage of the file's layout. */
  public String vintage() {
    return layout.vintage();
  }

  /** Headers of the file that no column reads; their values are dropped at the door. */
  public List<String> unreadHeaders() {
    return headers == null || layout.framing() == Layout.Framing.JSON
        ? List.of()
        : layout.unread(headers);
  }

  /** The next row; null at the end. */
  public @Nullable Result next() throws IOException, UnreadableFile {
    RawRecord raw = nextRaw();
    if (raw == null) {
      return null;
    }
    Finding fault = fault(raw);
    RowReader.Reading reading =
        fault != null ? RowReader.Reading.setAside(List.of(fault)) : reader.read(raw.fields());
    return new Result(raw.line(), reading, reading.row() == null ? masking.shown(raw) : null);
  }

  /**
   * Reads all rows on, and of each whole one the value of a column alone.
   *
   * @param column its place among the source's columns
   * @param values hears the values that can be read
   */
  public void readOn(int column, Consumer<Object> values) throws IOException, UnreadableFile {
    for (RawRecord raw = nextRaw(); raw != null; raw = nextRaw()) {
      Object value = fault(raw) == null ? reader.read(column, raw.fields()) : null;
      if (value != null) {
        values.accept(value);
      }
    }
  }

  private @Nullable RawRecord nextRaw() throws IOException, UnreadableFile {
    try {
      return first.isEmpty() ? records.next() : first.poll();
    } catch (EOFException | ZipException e) {
      throw cutGzip();
    }
  }

  private @Nullable Finding fault(RawRecord raw) {
    if (raw.fault() != null || raw.fields().size() == fieldCount) {
      return raw.fault();
    }
    int fields = raw.fields().size();
    return new Finding(
        null,
        RejectReason.FIELD_COUNT,
        "The row has "
            + fields
            + (fields == 1 ? " field" : " fields")
            + "; this layout has "
            + fieldCount
            + ".");
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}

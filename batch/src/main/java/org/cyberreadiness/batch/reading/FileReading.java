package org.cyberreadiness.batch.reading;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.cyberreadiness.batch.validation.Column;
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
  private static final int ROWS_TO_KNOW_A_LAYOUT = 5;
  private static final int LONGEST_RAW = 1_000;
  private static final String MASK = "(masked)";

  /**
   * What one row became.
   *
   * @param line line on which it begins
   * @param reading typed row and findings
   * @param raw the row as delivered, personal data masked; null when accepted
   */
  public record Result(long line, RowReader.Reading reading, @Nullable String raw) {}

  private final Source source;
  private final Records records;
  private final ArrayDeque<RawRecord> peeked = new ArrayDeque<>();
  private final Layout layout;
  private final RowReader reader;
  private final boolean[] maskedFields;
  private final List<String> unread;

  /**
   * @param fileName its name without folders
   * @param source its declaration
   * @param in its bytes as delivered
   * @throws UnreadableFile when no vintage fits or it is not what it says
   */
  public FileReading(String fileName, Source source, InputStream in)
      throws IOException, UnreadableFile {
    this.source = source;
    try {
      InputStream text = unpacked(in);
      boolean json = source.layouts().stream().allMatch(l -> l.framing() == Layout.Framing.JSON);
      if (json) {
        records = JsonRecords.open(text, jsonFields(source));
        layout = jsonLayout();
      } else {
        CsvRecords csv = new CsvRecords(new Lines(text));
        records = csv;
        layout = csvLayout(csv);
      }
    } catch (EOFException | ZipException e) {
      throw cutGzip();
    }
    reader =
        new RowReader(
            source,
            layout,
            records.headers(),
            layout.readsName() ? words(fileName, source) : Map.of());
    List<String> headers = records.headers();
    unread =
        headers == null || layout.framing() == Layout.Framing.JSON
            ? List.of()
            : layout.unread(headers);
    maskedFields = masked(headers);
  }

  /** Vintage of the file's layout. */
  public String vintage() {
    return layout.vintage();
  }

  /** Headers of the file that no column reads; their values are dropped at the door. */
  public List<String> unreadHeaders() {
    return unread;
  }

  /** The next row; null at the end. */
  public @Nullable Result next() throws IOException, UnreadableFile {
    RawRecord raw;
    try {
      raw = peeked.isEmpty() ? records.next() : peeked.poll();
    } catch (EOFException | ZipException e) {
      throw cutGzip();
    }
    if (raw == null) {
      return null;
    }
    Finding fault = raw.fault() != null ? raw.fault() : fieldCountFault(raw.fields());
    RowReader.Reading reading =
        fault != null
            ? new RowReader.Reading(null, List.of(fault), false)
            : reader.read(raw.fields());
    return new Result(raw.line(), reading, reading.row() == null ? shown(raw) : null);
  }

  private @Nullable Finding fieldCountFault(List<@Nullable String> fields) {
    List<String> headers = records.headers();
    int expected = headers == null ? layout.fieldCount() : headers.size();
    if (fields.size() == expected) {
      return null;
    }
    return new Finding(
        null,
        RejectReason.FIELD_COUNT,
        "The row has "
            + fields.size()
            + (fields.size() == 1 ? " field" : " fields")
            + "; this layout has "
            + expected
            + ".");
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(2);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    return first == 0x1f && second == 0x8b ? new GZIPInputStream(buffered, 1 << 16) : buffered;
  }

  private static UnreadableFile cutGzip() {
    return new UnreadableFile(
        "The gzip file is damaged or ends in the middle. Deliver it again as a whole.");
  }

  private static List<String> jsonFields(Source source) {
    LinkedHashSet<String> fields = new LinkedHashSet<>();
    source.layouts().forEach(l -> fields.addAll(l.bindings().values()));
    fields.removeIf(field -> field.startsWith("@"));
    return List.copyOf(fields);
  }

  /** The JSON layout with most of its fields in the first objects. */
  private Layout jsonLayout() throws IOException, UnreadableFile {
    peek();
    List<String> names = java.util.Objects.requireNonNull(records.headers());
    List<String> present = new ArrayList<>();
    for (RawRecord raw : peeked) {
      for (int i = 0; i < raw.fields().size(); i++) {
        if (raw.fields().get(i) != null) {
          present.add(names.get(i));
        }
      }
    }
    boolean anyObject = peeked.stream().anyMatch(raw -> raw.fault() == null);
    Layout best =
        source.layouts().stream()
            .max(
                Comparator.comparingLong(
                    l -> l.bindings().values().stream().filter(present::contains).count()))
            .orElseThrow();
    if (anyObject && present.isEmpty()) {
      throw new UnreadableFile(
          "No object has any field of this source. Nearest layout: "
              + best.vintage()
              + " with fields "
              + String.join(", ", best.bindings().values())
              + ". Is the file in the right folder?");
    }
    return best;
  }

  private void peek() throws IOException, UnreadableFile {
    while (peeked.size() < ROWS_TO_KNOW_A_LAYOUT) {
      RawRecord raw = records.next();
      if (raw == null) {
        return;
      }
      peeked.add(raw);
    }
  }

  private Layout csvLayout(CsvRecords csv) throws IOException, UnreadableFile {
    peek();
    RawRecord first = peeked.peek();
    if (first == null) {
      throw new UnreadableFile("The file is empty. Expected " + expectations() + ".");
    }
    List<String> header = first.fields().stream().map(f -> f == null ? "" : f).toList();
    Layout nearest = null;
    List<String> leastDifferences = List.of();
    for (Layout candidate : source.layouts()) {
      if (candidate.framing() == Layout.Framing.CSV_POSITION) {
        if (peeked.stream().anyMatch(r -> r.fields().size() == candidate.fieldCount())) {
          return candidate;
        }
        continue;
      }
      List<String> differences = candidate.differences(header);
      if (differences.isEmpty()) {
        csv.headers(header);
        peeked.remove();
        return candidate;
      }
      if (nearest == null || differences.size() < leastDifferences.size()) {
        nearest = candidate;
        leastDifferences = differences;
      }
    }
    if (first.fault() != null && nearest != null) {
      throw new UnreadableFile(
          "The header cannot be read: "
              + first.fault().sentence()
              + " Expected "
              + expectations()
              + ".");
    }
    throw new UnreadableFile(
        nearest == null
            ? "The rows have " + header.size() + " fields. Expected " + expectations() + "."
            : "The header fits no known layout. Nearest: "
                + nearest.vintage()
                + "; "
                + String.join("; ", leastDifferences)
                + ".");
  }

  private String expectations() {
    return source.layouts().stream()
        .map(
            l ->
                l.framing() == Layout.Framing.CSV_POSITION
                    ? l.fieldCount() + " fields without header (" + l.vintage() + ")"
                    : "the header of " + l.vintage())
        .collect(Collectors.joining(", or "));
  }

  private static Map<String, String> words(String fileName, Source source) throws UnreadableFile {
    try {
      return source.names().of(fileName);
    } catch (UnreadableValue e) {
      throw new UnreadableFile(
          "The file's name does not say what it is. Expected " + e.getMessage() + ".");
    }
  }

  /** Fields of which nothing is kept: personal ones, and those that no column reads. */
  private boolean[] masked(@Nullable List<String> headers) {
    int size = headers == null ? layout.fieldCount() : headers.size();
    boolean[] masked = new boolean[size];
    java.util.Arrays.fill(masked, true);
    for (Column column : source.columns()) {
      int field = layout.fieldOf(column.name(), headers);
      if (field >= 0 && field < size) {
        masked[field] = column.isPersonal();
      }
    }
    return masked;
  }

  private String shown(RawRecord raw) {
    boolean anyMasked = false;
    for (boolean masked : maskedFields) {
      anyMasked |= masked;
    }
    if (raw.fields().isEmpty()) {
      // an object may hold fields that nobody declared
      return anyMasked || layout.framing() == Layout.Framing.JSON
          ? "(masked: the row cannot be split, and this layout has columns that are not kept)"
          : cut(raw.raw());
    }
    if (anyMasked && raw.fields().size() != maskedFields.length) {
      return "(masked: with a field too many or too few it cannot be told which are kept)";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < raw.fields().size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      String field = raw.fields().get(i);
      if (field != null && !field.isEmpty()) {
        text.append(i < maskedFields.length && maskedFields[i] ? MASK : quoted(field));
      }
    }
    return cut(text.toString());
  }

  private static String quoted(String field) {
    return field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0
        ? field
        : '"' + field.replace("\"", "\"\"") + '"';
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_RAW ? text : text.substring(0, LONGEST_RAW) + "…";
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}

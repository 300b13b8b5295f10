package org.cyberreadiness.batch.validation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One vintage of a source's file: its framing, and which header (or position, or JSON field) feeds
 * which column.
 *
 * @param vintage name of the layout, as people say it
 * @param framing how the file is cut into rows
 * @param bindings column to header; several columns may read one header. A header that starts with
 *     {@code ~} is a regular expression (year-coded names); one that starts with {@code @} is a
 *     word of the file's name (see {@link Source.NameWords})
 * @param fieldCount for files without header: fields a row must have; else 0
 * @param optionalHeaders headers that may be missing
 * @param defaults what a column says in this vintage where the file leaves it out
 */
public record Layout(
    String vintage,
    Framing framing,
    Map<String, String> bindings,
    int fieldCount,
    Set<String> optionalHeaders,
    Map<String, String> defaults)
    implements Serializable {

  /** How a file is cut into rows. */
  public enum Framing {
    /** RFC 4180, first row is the header. */
    CSV_HEADER,
    /** RFC 4180 without header; bindings are positions, from 1. */
    CSV_POSITION,
    /**
     * One JSON object a line, a JSON array, or a page {@code {"value":[…]}}; bindings are field
     * names.
     */
    JSON
  }

  /** A CSV layout with the given header row. Pairs are header, column, header, column, … */
  public static Layout csv(String vintage, String... headerAndColumn) {
    return new Layout(vintage, Framing.CSV_HEADER, pairs(headerAndColumn), 0, Set.of(), Map.of());
  }

  /** A CSV layout whose headers are the columns' own names. */
  public static Layout csvOf(String vintage, String... columns) {
    Map<String, String> bindings = new LinkedHashMap<>();
    for (String column : columns) {
      bindings.put(column, column);
    }
    return new Layout(vintage, Framing.CSV_HEADER, bindings, 0, Set.of(), Map.of());
  }

  /** A CSV layout without header. Pairs are position (from 1), column. */
  public static Layout positions(String vintage, int fieldCount, String... positionAndColumn) {
    return new Layout(
        vintage, Framing.CSV_POSITION, pairs(positionAndColumn), fieldCount, Set.of(), Map.of());
  }

  /** A JSON layout. Pairs are field, column. */
  public static Layout json(String vintage, String... fieldAndColumn) {
    return new Layout(vintage, Framing.JSON, pairs(fieldAndColumn), 0, Set.of(), Map.of());
  }

  /** The same layout, in which these headers may be missing. */
  public Layout optional(String... headers) {
    return new Layout(vintage, framing, bindings, fieldCount, Set.of(headers), defaults);
  }

  /** The same layout, in which a column left out or empty says this. */
  public Layout withDefault(String column, String text) {
    Map<String, String> more = new LinkedHashMap<>(defaults);
    more.put(column, text);
    return new Layout(vintage, framing, bindings, fieldCount, optionalHeaders, more);
  }

  /** True when a word of the file's name feeds a column. */
  public boolean readsName() {
    return bindings.values().stream().anyMatch(header -> header.startsWith("@"));
  }

  private static Map<String, String> pairs(String... headerAndColumn) {
    Map<String, String> bindings = new LinkedHashMap<>();
    for (int i = 0; i < headerAndColumn.length; i += 2) {
      bindings.put(headerAndColumn[i + 1], headerAndColumn[i]);
    }
    return bindings;
  }

  /** Headers as they are compared: without stray blanks and byte-order mark, in lower case. */
  public static String folded(String header) {
    return header.replace("\uFEFF", "").strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /** What stands between a header row and this layout, as words; empty when it fits. */
  public List<String> differences(List<String> headers) {
    List<String> found = headers.stream().map(Layout::folded).toList();
    List<String> differences = new ArrayList<>();
    for (String header : new HashSet<>(bindings.values())) {
      if (!header.startsWith("@")
          && !optionalHeaders.contains(header)
          && positionOf(header, found) < 0) {
        differences.add("column \"" + header.replaceFirst("^~", "") + "\" is missing");
      }
    }
    differences.sort(null);
    Set<String> seen = new HashSet<>();
    for (String header : found) {
      if (!header.isEmpty() && !seen.add(header)) {
        differences.add("column \"" + header + "\" stands twice");
      }
    }
    return differences;
  }

  /** Headers that no column reads. */
  public List<String> unread(List<String> headers) {
    Set<Integer> read = new HashSet<>();
    List<String> found = headers.stream().map(Layout::folded).toList();
    bindings.values().forEach(header -> read.add(positionOf(header, found)));
    List<String> unread = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      if (!read.contains(i) && !found.get(i).isEmpty()) {
        unread.add(headers.get(i).replace("\uFEFF", "").strip());
      }
    }
    return unread;
  }

  /** Index (from 0) of the field that feeds a column; -1 when the file has none. */
  public int fieldOf(String column, @Nullable List<String> headers) {
    String header = bindings.get(column);
    if (header == null || header.startsWith("@")) {
      return -1;
    }
    if (framing == Framing.CSV_POSITION) {
      return Integer.parseInt(header) - 1;
    }
    return headers == null ? -1 : positionOf(header, headers.stream().map(Layout::folded).toList());
  }

  /** A column as the file's own readers call it. */
  String label(String column, @Nullable List<String> headers) {
    String header = bindings.get(column);
    if (header == null || framing == Framing.CSV_POSITION) {
      return column;
    }
    int field = fieldOf(column, headers);
    return header.startsWith("~") && headers != null && field >= 0
        ? Blanks.stripped(headers.get(field))
        : header.replaceFirst("^[~@]", "");
  }

  private static int positionOf(String header, List<String> foldedHeaders) {
    if (header.startsWith("~")) {
      Pattern pattern = Pattern.compile(header.substring(1), Pattern.CASE_INSENSITIVE);
      for (int i = 0; i < foldedHeaders.size(); i++) {
        if (pattern.matcher(foldedHeaders.get(i)).matches()) {
          return i;
        }
      }
      return -1;
    }
    return foldedHeaders.indexOf(folded(header));
  }
}

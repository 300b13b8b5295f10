package org.cyberreadiness.batch.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns the raw fields of one file's rows into typed rows, all problems of a row at once.
 *
 * <p>Not thread-safe: one reader for each file.
 */
public final class RowReader {
  private static final int LONGEST_VALUE_SHOWN = 80;

  /**
   * What became of one row.
   *
   * @param row the typed row; null when it is set aside
   * @param findings why it is set aside; empty when accepted
   * @param normalised true when something the domain knows as dirt was put in order
   */
  public record Reading(@Nullable TypedRow row, List<Finding> findings, boolean normalised) {}

  private final Source source;
  private final Map<String, Integer> positions = new HashMap<>();
  private final int[] fields;
  private final @Nullable String[] constants;
  private final @Nullable String[] defaults;
  private final String[] labels;

  /**
   * @param source the declaration
   * @param layout vintage of the file
   * @param headers header row; null where there is none
   * @param words words of the file's name
   */
  public RowReader(
      Source source, Layout layout, @Nullable List<String> headers, Map<String, String> words) {
    this.source = source;
    int size = source.columns().size();
    fields = new int[size];
    constants = new @Nullable String[size];
    defaults = new @Nullable String[size];
    labels = new String[size];
    for (int i = 0; i < size; i++) {
      Column column = source.columns().get(i);
      positions.put(column.name(), i);
      fields[i] = layout.fieldOf(column.name(), headers);
      String header = layout.bindings().get(column.name());
      constants[i] =
          header != null && header.startsWith("@") ? words.get(header.substring(1)) : null;
      defaults[i] = layout.defaults().get(column.name());
      labels[i] = label(column, layout, headers, fields[i]);
    }
  }

  /** The column as the file's own readers call it. */
  private static String label(
      Column column, Layout layout, @Nullable List<String> headers, int field) {
    String bound = layout.bindings().get(column.name());
    if (bound == null || layout.framing() == Layout.Framing.CSV_POSITION) {
      return column.name();
    }
    return bound.startsWith("~") && headers != null && field >= 0
        ? headers.get(field).replace("\uFEFF", "").strip()
        : bound.replaceFirst("^[~@]", "");
  }

  /** Reads one row. */
  public Reading read(List<? extends @Nullable String> raw) {
    @Nullable Object[] values = new @Nullable Object[fields.length];
    List<Finding> findings = new ArrayList<>();
    boolean normalised = false;
    for (int i = 0; i < fields.length; i++) {
      Column column = source.columns().get(i);
      String given = fields[i] >= 0 && fields[i] < raw.size() ? raw.get(fields[i]) : constants[i];
      String text = given == null ? "" : stripped(given);
      normalised |= given != null && text.length() != given.length();
      String otherwise = defaults[i];
      if (text.isEmpty() && otherwise != null) {
        text = otherwise;
        // where the file has no such column, the layout says it: that is not dirt
        normalised |= fields[i] >= 0;
      }
      if (text.isEmpty()) {
        if (column.isRequired()) {
          findings.add(
              new Finding(
                  labels[i],
                  RejectReason.MISSING_VALUE,
                  "Column " + labels[i] + " is empty. Expected " + column.expected() + "."));
        }
        continue;
      }
      try {
        Object value = column.parser().parse(text);
        if (value == null && otherwise != null) {
          value = column.parser().parse(otherwise);
          normalised = true;
        }
        if (value == null && column.isRequired()) {
          findings.add(
              new Finding(
                  labels[i],
                  RejectReason.MISSING_VALUE,
                  "Column " + labels[i] + " says nothing. Expected " + column.expected() + "."));
        }
        normalised |= value instanceof Column.PutInOrder;
        values[i] = value instanceof Column.PutInOrder inOrder ? inOrder.value() : value;
      } catch (UnreadableValue e) {
        findings.add(
            new Finding(
                labels[i],
                e.reason(),
                "Cannot read "
                    + labels[i]
                    + " \""
                    + shown(column, text)
                    + "\". Expected "
                    + e.getMessage()
                    + "."));
      }
    }
    TypedRow row = new TypedRow(positions, values);
    if (findings.isEmpty()) {
      source.rules().forEach(rule -> rule.check(row).ifPresent(findings::add));
    }
    return new Reading(findings.isEmpty() ? row : null, List.copyOf(findings), normalised);
  }

  private static String shown(Column column, String text) {
    if (column.isPersonal()) {
      return "(masked)";
    }
    return text.length() <= LONGEST_VALUE_SHOWN
        ? text
        : text.substring(0, LONGEST_VALUE_SHOWN) + "…";
  }

  /** Without blanks at the ends, no-break spaces and byte-order marks included. */
  private static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return Objects.requireNonNull(text.substring(start, end));
  }

  private static boolean isBlank(char c) {
    return c == '\uFEFF' || c == '\u00A0' || Character.isWhitespace(c);
  }
}

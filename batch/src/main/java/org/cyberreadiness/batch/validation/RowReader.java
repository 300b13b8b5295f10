package org.cyberreadiness.batch.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * @param leftOut values that an accepted row stands without
   * @param normalised true when something the domain knows as dirt was put in order
   */
  public record Reading(
      @Nullable TypedRow row, List<Finding> findings, List<LeftOut> leftOut, boolean normalised) {

    /** A row that is set aside. */
    public static Reading setAside(List<Finding> findings) {
      return new Reading(null, List.copyOf(findings), List.of(), false);
    }
  }

  private final Column[] columns;
  private final Source.RowRule[] rules;
  private final Map<String, Integer> positions = new HashMap<>();
  private final int[] fields;
  private final @Nullable String[] constants;
  private final @Nullable String[] defaults;
  private final String[] labels;
  // what is found in the row that is being read; most rows have nothing
  private @Nullable List<Finding> findings;
  private @Nullable List<LeftOut> leftOut;
  private boolean normalised;

  /**
   * @param source the declaration
   * @param layout vintage of the file
   * @param headers header row; null where there is none
   * @param words words of the file's name
   */
  public RowReader(
      Source source, Layout layout, @Nullable List<String> headers, Map<String, String> words) {
    columns = source.columns().toArray(Column[]::new);
    rules = source.rules().toArray(Source.RowRule[]::new);
    int size = columns.length;
    fields = new int[size];
    constants = new @Nullable String[size];
    defaults = new @Nullable String[size];
    labels = new String[size];
    for (int i = 0; i < size; i++) {
      String name = columns[i].name();
      positions.put(name, i);
      fields[i] = layout.fieldOf(name, headers);
      String header = layout.bindings().get(name);
      constants[i] =
          header != null && header.startsWith("@") ? words.get(header.substring(1)) : null;
      defaults[i] = layout.defaults().get(name);
      labels[i] = layout.label(name, headers);
    }
  }

  /** Reads one row. */
  public Reading read(List<? extends @Nullable String> raw) {
    @Nullable Object[] values = new @Nullable Object[columns.length];
    findings = null;
    leftOut = null;
    normalised = false;
    for (int i = 0; i < columns.length; i++) {
      values[i] = value(i, raw);
    }
    TypedRow row = new TypedRow(positions, values);
    if (findings == null) {
      for (Source.RowRule rule : rules) {
        Finding finding = rule.check(row);
        if (finding != null) {
          found(finding);
        }
      }
    }
    return findings != null
        ? Reading.setAside(findings)
        : new Reading(row, List.of(), leftOut == null ? List.of() : leftOut, normalised);
  }

  /** The value of one column alone; null where nothing is said or it cannot be read. */
  public @Nullable Object read(int column, List<? extends @Nullable String> raw) {
    return value(column, raw);
  }

  private @Nullable Object value(int i, List<? extends @Nullable String> raw) {
    Column column = columns[i];
    String given = fields[i] >= 0 && fields[i] < raw.size() ? raw.get(fields[i]) : constants[i];
    String text = given == null ? "" : Blanks.stripped(given);
    normalised |= given != null && text.length() != given.length();
    String otherwise = defaults[i];
    if (text.isEmpty() && otherwise != null) {
      text = otherwise;
      // where the file has no such column, the layout says it: that is not dirt
      normalised |= fields[i] >= 0;
    }
    if (text.isEmpty()) {
      if (column.isRequired()) {
        missing(i, " is empty.");
      }
      return null;
    }
    try {
      Object value = column.parser().parse(text);
      if (value == null && otherwise != null) {
        value = column.parser().parse(otherwise);
        normalised = true;
      }
      if (value == null && column.isRequired()) {
        missing(i, " says nothing.");
      }
      if (value instanceof Column.PutInOrder inOrder) {
        normalised = true;
        return inOrder.value();
      }
      return value;
    } catch (UnreadableValue e) {
      unreadable(i, text, e);
      return null;
    }
  }

  private void missing(int i, String how) {
    found(
        new Finding(
            labels[i],
            RejectReason.MISSING_VALUE,
            "Column " + labels[i] + how + " Expected " + columns[i].expected() + "."));
  }

  private void unreadable(int i, String text, UnreadableValue e) {
    String shown =
        text.length() <= LONGEST_VALUE_SHOWN ? text : text.substring(0, LONGEST_VALUE_SHOWN) + "…";
    if (columns[i].isIncidental()) {
      leftOut = leftOut == null ? new ArrayList<>() : leftOut;
      leftOut.add(new LeftOut(labels[i], e.reason(), shown));
      return;
    }
    found(
        new Finding(
            labels[i],
            e.reason(),
            "Cannot read " + labels[i] + " \"" + shown + "\". Expected " + e.getMessage() + "."));
  }

  private void found(Finding finding) {
    findings = findings == null ? new ArrayList<>() : findings;
    findings.add(finding);
  }
}

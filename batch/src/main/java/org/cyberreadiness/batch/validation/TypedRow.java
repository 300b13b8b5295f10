package org.cyberreadiness.batch.validation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one row, in the order of the source's columns. */
public final class TypedRow {
  private final Map<String, Integer> positions;
  private final @Nullable Object[] values;

  /**
   * @param positions column name to index in values
   * @param values typed values; null where nothing was said
   */
  TypedRow(Map<String, Integer> positions, @Nullable Object[] values) {
    this.positions = positions;
    this.values = values;
  }

  /** The value of a column by its place among the source's columns; null where nothing was said. */
  public @Nullable Object value(int column) {
    return values[column];
  }

  /** The value of a column; null where nothing was said. */
  public @Nullable Object value(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalArgumentException("No column " + column + ". Known: " + positions.keySet());
    }
    return values[position];
  }

  /** The text of a column; null where nothing was said. */
  public @Nullable String text(String column) {
    return (String) value(column);
  }
}

package org.cyberreadiness.batch.validation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of landing file: what it is called, the vintages of its layout, its typed row and its
 * rules. Reader, quarantine, lake table and the generated page of the source all follow from this.
 *
 * @param name folder below landing/ and table in the lake
 * @param title what a person calls it
 * @param cadenceDays days after which a new file is due; null where none is expected regularly
 * @param description what it says, in one sentence
 * @param columns the typed row
 * @param layouts vintages, newest first
 * @param asAt how a row's as-at day is found
 * @param rules what must hold across a row's columns
 * @param names words that the file's name gives
 */
public record Source(
    String name,
    String title,
    @Nullable Integer cadenceDays,
    String description,
    List<Column> columns,
    List<Layout> layouts,
    AsAt asAt,
    List<RowRule> rules,
    NameWords names)
    implements Serializable {

  /**
   * Where the as-at day of a row comes from when the file's name has no date.
   *
   * @param rowColumns columns (date or time) whose first non-empty value is the row's own as-at
   * @param fileColumn column whose largest value in the file is the as-at of all its rows, where
   *     neither name, rows nor folder say; null for none
   * @param isNightAssumed true when the night stands in where nothing says the day; else the file
   *     is refused
   * @param isWhole true when a file lists everything there is on its day; false when it lists what
   *     happened
   */
  public record AsAt(
      List<String> rowColumns, @Nullable String fileColumn, boolean isNightAssumed, boolean isWhole)
      implements Serializable {
    /** The file speaks as at one day: its name's or its folder's, else the night's. */
    public static AsAt ofFile() {
      return new AsAt(List.of(), null, true, true);
    }

    /** The file speaks as at one day, and must say which in its name or its folder. */
    public static AsAt ofNamedFile() {
      return new AsAt(List.of(), null, false, true);
    }

    /** Each row speaks as at its own day. */
    public static AsAt ofRow(String... columns) {
      return new AsAt(List.of(columns), null, true, false);
    }

    /** As {@link #ofFile}, else the largest value of a column. */
    public static AsAt ofFileOrLargest(String column) {
      return new AsAt(List.of(), column, true, true);
    }

    /** As {@link #ofFileOrLargest}, for a file that lists what happened. */
    public static AsAt ofFileOfEvents(String column) {
      return new AsAt(List.of(), column, true, false);
    }
  }

  /** A rule across a row's columns. */
  @FunctionalInterface
  public interface RowRule extends Serializable {
    /** The finding; null when the row keeps the rule. */
    @Nullable Finding check(TypedRow row);
  }

  /** Words that a file's name gives, for bindings that start with {@code @}. */
  @FunctionalInterface
  public interface NameWords extends Serializable {
    /**
     * @param fileName name without folders
     * @return words by name without the {@code @}
     * @throws UnreadableValue when the name does not say what it must
     */
    Map<String, String> of(String fileName) throws UnreadableValue;
  }

  /** A source without cross-column rules and without words in its file names. */
  public static Source of(
      String name,
      String title,
      @Nullable Integer cadenceDays,
      String description,
      List<Column> columns,
      List<Layout> layouts,
      AsAt asAt) {
    return new Source(
        name, title, cadenceDays, description, columns, layouts, asAt, List.of(), n -> Map.of());
  }

  /** The same source with rules across columns. */
  public Source withRules(RowRule... given) {
    return new Source(
        name, title, cadenceDays, description, columns, layouts, asAt, List.of(given), names);
  }

  /** The same source with one rule more. */
  public Source and(RowRule rule) {
    List<RowRule> more = new ArrayList<>(rules);
    more.add(rule);
    return withRules(more.toArray(RowRule[]::new));
  }

  /** The place of a column among the columns, from 0. */
  public int placeOf(@Nullable String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("Source " + name + " has no column " + column);
  }

  /** The same source with words read from file names. */
  public Source withNames(NameWords given) {
    return new Source(name, title, cadenceDays, description, columns, layouts, asAt, rules, given);
  }

  /** Table of the lake: landed_ and the name with underscores. */
  public String table() {
    return "landed_" + name.replace('-', '_');
  }
}

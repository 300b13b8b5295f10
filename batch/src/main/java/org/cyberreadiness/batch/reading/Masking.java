package org.cyberreadiness.batch.reading;

import java.util.List;
import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;
import org.jspecify.annotations.Nullable;

/**
 * A row that is set aside, as it may be kept: of fields that no column reads nothing is, for there
 * stand the names of people.
 */
final class Masking {
  private static final int LONGEST_RAW = 1_000;
  private static final String MASK = "(masked)";

  private final boolean[] isKept;
  private final boolean areAllKept;
  private final boolean isJson;

  /**
   * @param headers header row; null where there is none
   */
  Masking(Source source, Layout layout, @Nullable List<String> headers) {
    isKept = new boolean[headers == null ? layout.fieldCount() : headers.size()];
    for (Column column : source.columns()) {
      int field = layout.fieldOf(column.name(), headers);
      if (field >= 0 && field < isKept.length) {
        isKept[field] = true;
      }
    }
    boolean all = true;
    for (boolean kept : isKept) {
      all &= kept;
    }
    areAllKept = all;
    isJson = layout.framing() == Layout.Framing.JSON;
  }

  /** The row as delivered, cut at 1,000 characters, masked. */
  String shown(RawRecord raw) {
    if (raw.fields().isEmpty()) {
      // an object may hold fields that nobody declared
      return areAllKept && !isJson
          ? cut(raw.raw())
          : "(masked: the row cannot be split, and this layout has columns that are not kept)";
    }
    if (raw.fields().size() != isKept.length && !areAllKept) {
      return "(masked: with a field too many or too few it cannot be told which are kept)";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < raw.fields().size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      String field = raw.fields().get(i);
      if (field != null && !field.isEmpty()) {
        text.append(i >= isKept.length || isKept[i] ? quoted(field) : MASK);
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
}

package org.cyberreadiness.samples.writing;

/** Comma-separated values as RFC 4180 has them. */
final class Csv {
  private Csv() {}

  static String row(Object... cells) {
    StringBuilder row = new StringBuilder(96);
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        row.append(',');
      }
      String cell = String.valueOf(cells[i]);
      if (needsQuotes(cell)) {
        quote(row, cell);
      } else {
        row.append(cell);
      }
    }
    return row.toString();
  }

  static String quotedRow(Object... cells) {
    StringBuilder row = new StringBuilder(192);
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        row.append(',');
      }
      quote(row, String.valueOf(cells[i]));
    }
    return row.toString();
  }

  private static boolean needsQuotes(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char letter = cell.charAt(i);
      if (letter == ',' || letter == '"' || letter == '\n' || letter == '\r') {
        return true;
      }
    }
    return false;
  }

  private static void quote(StringBuilder row, String cell) {
    row.append('"').append(cell.replace("\"", "\"\"")).append('"');
  }
}

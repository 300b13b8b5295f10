package org.cyberreadiness.batch.validation;

/** What is blank in a delivered text: no-break spaces and byte-order marks too. */
final class Blanks {
  private Blanks() {}

  /** The text without blanks at its ends; the same text where there are none. */
  static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return start == 0 && end == text.length() ? text : text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == '\uFEFF' || c == '\u00A0' || Character.isWhitespace(c);
  }
}

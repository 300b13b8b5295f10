package org.cyberreadiness.batch.toolkit;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.UnreadableValue;
import org.jspecify.annotations.Nullable;

/**
 * The status of a DSPT export, such as {@code 21/22 Standards Met}.
 *
 * @param edition edition it names, such as 21/22; null when none
 * @param outcome exceeded, met, approaching, not_met, entry_level or not_published
 */
record ToolkitStatus(@Nullable String edition, String outcome) {
  static final String EXPECTED =
      "an edition and one of: Standards Exceeded, Standards Met, Approaching Standards, Standards"
          + " Not Met, Entry Level; or Not Published";

  private static final Map<String, String> OUTCOMES =
      Map.of(
          "standards exceeded", "exceeded",
          "standards met", "met",
          "approaching standards", "approaching",
          "standards not fully met (plan agreed)", "approaching",
          "standards not met", "not_met",
          "entry level", "entry_level",
          "not published", "not_published");

  private static final Pattern FIRST = Pattern.compile("(\\d\\d)/(\\d\\d) (.+)");
  private static final Pattern LAST = Pattern.compile("(.+?) \\(?(\\d\\d)[-/](\\d\\d)\\)?");

  /**
   * Reads a status in the words of any vintage: edition first or last, a trailing full stop.
   *
   * @throws UnreadableValue when it is none of the known ones
   */
  static ToolkitStatus of(String raw) throws UnreadableValue {
    String text = raw.replaceAll("\\s+", " ").replaceFirst("\\s*\\.$", "");
    Matcher first = FIRST.matcher(text);
    if (first.matches()) {
      return new ToolkitStatus(edition(first.group(1), first.group(2)), outcome(first.group(3)));
    }
    Matcher last = LAST.matcher(text);
    if (last.matches()) {
      return new ToolkitStatus(edition(last.group(2), last.group(3)), outcome(last.group(1)));
    }
    return new ToolkitStatus(null, outcome(text));
  }

  private static String edition(String from, String to) throws UnreadableValue {
    if ((Integer.parseInt(from) + 1) % 100 != Integer.parseInt(to)) {
      throw new UnreadableValue(
          RejectReason.UNKNOWN_WORD, "an edition of two years in a row, such as 21/22");
    }
    return from + "/" + to;
  }

  private static String outcome(String words) throws UnreadableValue {
    String outcome = OUTCOMES.get(words.toLowerCase(Locale.ROOT));
    if (outcome == null) {
      throw new UnreadableValue(RejectReason.UNKNOWN_WORD, EXPECTED);
    }
    return outcome;
  }
}

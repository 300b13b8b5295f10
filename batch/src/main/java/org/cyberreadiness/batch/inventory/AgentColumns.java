package org.cyberreadiness.batch.inventory;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.UnreadableValue;
import org.jspecify.annotations.Nullable;

/** Columns that the agents' inventories share. */
final class AgentColumns {
  private static final Pattern ODS_TAG =
      Pattern.compile("(?:^|[|;,\\s])\\s*ods:([A-Za-z0-9-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BUILD = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})*");
  private static final Pattern LTSC = Pattern.compile("LTS[CB]", Pattern.CASE_INSENSITIVE);
  private static final String DIGITS = "digits, in parts of at most nine, divided by points";

  private AgentColumns() {}

  /** A build number: parts of digits, compared part by part as numbers. */
  static Column build(String name, String description) {
    return Columns.text(name, description)
        .parsedBy(
            DIGITS,
            raw -> {
              if (!BUILD.matcher(raw).matches()) {
                throw new UnreadableValue(RejectReason.INVALID_NUMBER, DIGITS);
              }
              return raw;
            });
  }

  /** The organisation, where a machine tag names it. */
  static Column odsTag() {
    return Columns.text("ods_tag", "ODS code from a machine tag such as ods:RXX")
        .parsedBy("machine tags", AgentColumns::odsTagOf);
  }

  /** Long-term servicing, where a machine tag says so. */
  static Column editionTag() {
    return Columns.text("edition_tag", "LTSC where a machine tag says so")
        .parsedBy("machine tags", raw -> LTSC.matcher(raw).find() ? "LTSC" : null);
  }

  private static @Nullable Object odsTagOf(String raw) {
    Matcher matcher = ODS_TAG.matcher(raw);
    if (!matcher.find()) {
      return null;
    }
    String tag = matcher.group(1);
    String code = tag.toUpperCase(Locale.ROOT);
    return code.equals(tag) ? code : new Column.PutInOrder(code);
  }
}

package org.cyberreadiness.batch.policy;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Named markers of an .sql text, such as {@code :night}. */
final class Markers {
  private static final Pattern NOT_CODE = Pattern.compile("--[^\\n]*|'(?:[^']|'')*'");
  private static final Pattern MARKER = Pattern.compile("(?<![:\\w\\])]):([a-z][a-z_0-9]*)");

  private Markers() {}

  /** Names of the markers that stand outside comments and quotes. */
  static Set<String> in(String sql) {
    return MARKER
        .matcher(NOT_CODE.matcher(sql).replaceAll(" "))
        .results()
        .map((MatchResult marker) -> marker.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

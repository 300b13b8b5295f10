package org.cyberreadiness.batch.policy;

import java.util.Map;
import java.util.TreeMap;
import org.cyberreadiness.batch.resource.RuleFiles;

/**
 * The small tables of the policy, policy/&lt;name&gt;.csv, each with a header row.
 *
 * @param byName text of each, by its name
 */
public record PolicyTables(Map<String, String> byName) {
  private static final String FOLDER = "policy/";
  private static final String ENDING = ".csv";

  /** Those of the batch; one of the same name in the policy's folder stands in its place. */
  public static PolicyTables of(RuleFiles files) {
    Map<String, String> texts = new TreeMap<>();
    for (String path : files.below("policy")) {
      if (path.endsWith(ENDING)) {
        texts.put(
            path.substring(FOLDER.length(), path.length() - ENDING.length()), files.text(path));
      }
    }
    return new PolicyTables(texts);
  }
}

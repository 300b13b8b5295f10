package org.cyberreadiness.batch.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation must do.
 *
 * @param name name of the practice and of its .sql file
 * @param words what people read of it
 * @param appliesTo organisation types
 * @param cycle edition, month, quarter or inspection
 * @param silence what it means that nothing was received: not_assessed or not_applicable
 * @param threshold value at which it is met; null where the outcome is not a share
 * @param good high or low: which direction of the value is good
 * @param repeat when it is failed again and again
 * @param debounce assessed cycles in a row that settle an outcome, before a change of it is told
 * @param given named markers of its .sql file beside :threshold
 */
public record Practice(
    String name,
    Words words,
    List<String> appliesTo,
    String cycle,
    String silence,
    @Nullable Double threshold,
    String good,
    Repeat repeat,
    int debounce,
    Map<String, Object> given) {
  /** Kinds of cycles. */
  public static final Set<String> CYCLES = Set.of("edition", "month", "quarter", "inspection");

  static final Set<String> SILENCES = Set.of("not_assessed", "not_applicable");
  static final Set<String> DIRECTIONS = Set.of("high", "low");

  /** Refuses what no rule can mean. */
  public Practice {
    if (!CYCLES.contains(cycle) || !SILENCES.contains(silence) || !DIRECTIONS.contains(good)) {
      throw new IllegalArgumentException(
          name + ": " + cycle + ", " + silence + ", " + good + " are not words of the policy");
    }
    if (debounce < 1) {
      throw new IllegalArgumentException(name + ": debounce is not a whole number above 0");
    }
    appliesTo = List.copyOf(appliesTo);
  }

  /** Named markers of its .sql file: those given, and :threshold where there is one. */
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>(given);
    if (threshold != null) {
      parameters.put("threshold", threshold);
    }
    return parameters;
  }

  /**
   * What people read of a practice.
   *
   * @param title what a person calls it
   * @param question the question it answers
   * @param numerator what is counted above the line
   * @param denominator what is counted below the line
   * @param why why it matters
   * @param ruleSource where the rule comes from
   */
  public record Words(
      String title,
      String question,
      String numerator,
      String denominator,
      String why,
      String ruleSource) {}

  /**
   * Repeatedly failing: so many of the newest so many assessed cycles, the newest among them.
   *
   * @param failed this many failed …
   * @param of … of this many
   */
  public record Repeat(int failed, int of) {
    /** Refuses what can never or must always be. */
    public Repeat {
      if (failed < 1 || of < failed) {
        throw new IllegalArgumentException(
            "failed " + failed + " of " + of + " cannot be: failed is from 1 to of");
      }
    }
  }
}

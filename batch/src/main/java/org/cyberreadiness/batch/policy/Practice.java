package org.cyberreadiness.batch.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of practices.yaml.
 *
 * @param name name of the practice and of its .sql file
 * @param title what a person calls it
 * @param question the question it answers
 * @param appliesTo organisation types
 * @param cycle edition, month, quarter or inspection
 * @param silence what it means that nothing was received: not_assessed or not_applicable
 * @param threshold value at which it is met; null where the outcome is not a share
 * @param good high or low
 * @param numerator what is counted above the line, in words
 * @param denominator what is counted below the line, in words
 * @param why why it matters
 * @param ruleSource where the rule comes from
 * @param repeatFailed repeatedly failing: this many failed …
 * @param repeatOf … of this many newest assessed cycles
 * @param debounce assessed cycles in a row that settle an outcome, before a change of it is told
 * @param parameters named markers of its .sql file, :threshold among them
 */
public record Practice(
    String name,
    String title,
    String question,
    List<String> appliesTo,
    String cycle,
    String silence,
    @Nullable Double threshold,
    String good,
    String numerator,
    String denominator,
    String why,
    String ruleSource,
    int repeatFailed,
    int repeatOf,
    int debounce,
    Map<String, Object> parameters) {}

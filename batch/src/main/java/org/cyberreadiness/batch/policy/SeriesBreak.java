package org.cyberreadiness.batch.policy;

/**
 * A break in a series for one type of organisation.
 *
 * @param practice practice
 * @param type organisation type whose evidence changed
 * @param cycle first cycle of the new series
 * @param reason what changed, as a sentence
 */
public record SeriesBreak(String practice, String type, String cycle, String reason) {}

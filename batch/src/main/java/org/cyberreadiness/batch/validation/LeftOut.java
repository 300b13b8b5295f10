package org.cyberreadiness.batch.validation;

/**
 * A value that could not be read in a column that decides nothing: the row stands without it.
 *
 * @param column column as the file names it
 * @param reason why it cannot be read
 * @param value the value as delivered, cut at 80 characters
 */
public record LeftOut(String column, RejectReason reason, String value) {}

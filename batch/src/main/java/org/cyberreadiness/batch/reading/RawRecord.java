package org.cyberreadiness.batch.reading;

import java.util.List;
import org.cyberreadiness.batch.validation.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One row as it stands in a file.
 *
 * @param line line on which it begins, from 1
 * @param fields raw values; empty when the row cannot be split
 * @param fault why it cannot be split; null when it can
 * @param raw the text, kept for a row that cannot be split; else empty
 */
record RawRecord(long line, List<@Nullable String> fields, @Nullable Finding fault, String raw) {}

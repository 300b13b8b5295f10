package org.cyberreadiness.batch.validation;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a row.
 *
 * @param column column at fault as the file names it; null when the row as a whole is
 * @param reason why, as a code
 * @param sentence why, with the value and what was expected
 */
public record Finding(@Nullable String column, RejectReason reason, String sentence)
    implements Serializable {}

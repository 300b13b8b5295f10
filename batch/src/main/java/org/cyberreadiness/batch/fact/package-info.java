/**
 * Runs the .sql files of facts in the order their headers give, several at the same time, and keeps
 * what did not change.
 */
@NullMarked
package org.cyberreadiness.batch.fact;

import org.jspecify.annotations.NullMarked;

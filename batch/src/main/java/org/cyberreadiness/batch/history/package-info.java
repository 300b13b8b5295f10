/**
 * The lake: every accepted row for ever but those of single devices, in one transaction a night;
 * and what was known on a night.
 */
@NullMarked
package org.cyberreadiness.batch.history;

import org.jspecify.annotations.NullMarked;

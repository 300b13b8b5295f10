/** The lake: every accepted row for ever, in one transaction a night. */
@NullMarked
package org.cyberreadiness.batch.history;

import org.jspecify.annotations.NullMarked;

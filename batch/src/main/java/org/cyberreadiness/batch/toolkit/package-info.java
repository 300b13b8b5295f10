/** Toolkit returns: DSPT exports of every vintage. */
@NullMarked
package org.cyberreadiness.batch.toolkit;

import org.jspecify.annotations.NullMarked;

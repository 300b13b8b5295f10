/** Toolkit returns of every age: IG Toolkit, DSPR, DSPT, its assertions, and CAF. */
@NullMarked
package org.cyberreadiness.batch.toolkit;

import org.jspecify.annotations.NullMarked;

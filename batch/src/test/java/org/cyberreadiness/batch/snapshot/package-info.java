/**
 * Holds the formulas of a snapshot to examples that a domain expert can read, and to second
 * computations.
 */
@NullMarked
package org.cyberreadiness.batch.snapshot;

import org.jspecify.annotations.NullMarked;

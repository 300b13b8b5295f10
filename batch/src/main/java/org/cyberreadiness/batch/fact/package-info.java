/** Runs the .sql files of facts in the order their headers give. */
@NullMarked
package org.cyberreadiness.batch.fact;

import org.jspecify.annotations.NullMarked;

/** Landing files to typed rows in the lake, with Spark: one task reads a file from end to end. */
@NullMarked
package org.cyberreadiness.batch.intake;

import org.jspecify.annotations.NullMarked;

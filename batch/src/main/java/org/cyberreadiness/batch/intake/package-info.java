/** Takes files in with Spark, one stream from their bytes to typed rows in the lake. */
@NullMarked
package org.cyberreadiness.batch.intake;

import org.jspecify.annotations.NullMarked;

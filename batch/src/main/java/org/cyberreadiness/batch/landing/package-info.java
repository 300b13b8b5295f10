/**
 * Finds landing files, fingerprints them and reads them with Spark, one task a file, with the line
 * of every row.
 */
@NullMarked
package org.cyberreadiness.batch.landing;

import org.jspecify.annotations.NullMarked;

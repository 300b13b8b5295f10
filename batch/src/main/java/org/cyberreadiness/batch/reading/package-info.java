/** Bytes to records with line numbers, and a record's layout; no Spark. */
@NullMarked
package org.cyberreadiness.batch.reading;

import org.jspecify.annotations.NullMarked;

/** Bytes to records with line numbers, and the layout they are of; no Spark. */
@NullMarked
package org.cyberreadiness.batch.reading;

import org.jspecify.annotations.NullMarked;

/** Companions of the main sources: training, incidents, NIS scope, academy, monitoring. */
@NullMarked
package org.cyberreadiness.batch.companion;

import org.jspecify.annotations.NullMarked;

/** The companions: training, incidents, NIS scope, academy places, monitoring connections. */
@NullMarked
package org.cyberreadiness.samples.companion;

import org.jspecify.annotations.NullMarked;

/** The strip: outcomes of a practice through time, one square per cycle on a true time axis. */
@NullMarked
package org.cyberreadiness.dashboard.shell.strip;

import org.jspecify.annotations.NullMarked;

/** Builds, checks and publishes the snapshot file. */
@NullMarked
package org.cyberreadiness.batch.snapshot;

import org.jspecify.annotations.NullMarked;

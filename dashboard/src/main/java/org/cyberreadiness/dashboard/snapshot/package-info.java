/**
 * Opens the newest published snapshot read-only, swaps it while people read, and runs the .sql
 * files of the other rooms.
 */
@NullMarked
package org.cyberreadiness.dashboard.snapshot;

import org.jspecify.annotations.NullMarked;

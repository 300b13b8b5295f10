/**
 * What people choose from in filters: practices and their cycles, kinds of organisations, regions
 * and boards.
 */
@NullMarked
package org.cyberreadiness.dashboard.shell.choice;

import org.jspecify.annotations.NullMarked;

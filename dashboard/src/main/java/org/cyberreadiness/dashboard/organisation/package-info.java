/**
 * Which organisations, and one organisation in full: the pages '/organisations' and
 * '/organisations/{ods}'.
 */
@NullMarked
package org.cyberreadiness.dashboard.organisation;

import org.jspecify.annotations.NullMarked;

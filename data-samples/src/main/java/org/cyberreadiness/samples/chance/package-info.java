/**
 * Seeded chance: one stream per thing, so that a change to one thing leaves all others as they
 * were.
 */
@NullMarked
package org.cyberreadiness.samples.chance;

import org.jspecify.annotations.NullMarked;

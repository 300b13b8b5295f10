/**
 * The nightly batch: landing files in, one DuckDB snapshot out. {@link NightlyRun} is its table of
 * contents.
 */
@NullMarked
package org.cyberreadiness.batch;

import org.jspecify.annotations.NullMarked;

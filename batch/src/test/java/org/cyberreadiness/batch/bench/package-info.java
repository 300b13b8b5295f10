/** Benchmarks: each compares two things in one run, for machines are noisy. Nothing is asserted. */
@NullMarked
package org.cyberreadiness.batch.bench;

import org.jspecify.annotations.NullMarked;

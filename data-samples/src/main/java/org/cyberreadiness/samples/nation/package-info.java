/** The made-up nation: regions, ICBs, organisations, what becomes of them and how good they are. */
@NullMarked
package org.cyberreadiness.samples.nation;

import org.jspecify.annotations.NullMarked;

/** Who fails again and again, at what, since when? The page '/repeat'. */
@NullMarked
package org.cyberreadiness.dashboard.repeatfailure;

import org.jspecify.annotations.NullMarked;

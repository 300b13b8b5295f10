/** Where do we stand? The page '/'. */
@NullMarked
package org.cyberreadiness.dashboard.national;

import org.jspecify.annotations.NullMarked;

/** What goes wrong on the way: files that come again, and files that cannot be read whole. */
@NullMarked
package org.cyberreadiness.samples.delivery;

import org.jspecify.annotations.NullMarked;

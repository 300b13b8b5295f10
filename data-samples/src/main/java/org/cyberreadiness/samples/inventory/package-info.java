/** What security agents deliver: devices through the months, and the files that explain them. */
@NullMarked
package org.cyberreadiness.samples.inventory;

import org.jspecify.annotations.NullMarked;

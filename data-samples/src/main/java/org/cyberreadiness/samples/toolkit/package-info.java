/**
 * What the Toolkit delivers: an organisation's returns through the years and the exports that show
 * them.
 */
@NullMarked
package org.cyberreadiness.samples.toolkit;

import org.jspecify.annotations.NullMarked;

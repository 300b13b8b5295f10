/** Who may come in and what they may see. */
@NullMarked
package org.cyberreadiness.dashboard.access;

import org.jspecify.annotations.NullMarked;

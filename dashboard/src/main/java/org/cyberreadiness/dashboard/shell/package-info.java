/** The frame around every page, and what all pages are built from. */
@NullMarked
package org.cyberreadiness.dashboard.shell;

import org.jspecify.annotations.NullMarked;

/** Walks through the pages as a person does. */
@NullMarked
package org.cyberreadiness.dashboard.browser;

import org.jspecify.annotations.NullMarked;

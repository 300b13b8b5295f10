/** What people see of a snapshot: it selects figures and never calculates them. */
@NullMarked
package org.cyberreadiness.dashboard;

import org.jspecify.annotations.NullMarked;

/** ODS lists of organisations, their successors, and the look-up of boards and regions. */
@NullMarked
package org.cyberreadiness.batch.organisation;

import org.jspecify.annotations.NullMarked;

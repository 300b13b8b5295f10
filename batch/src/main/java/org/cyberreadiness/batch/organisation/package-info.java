/** ODS lists, successions, regions. */
@NullMarked
package org.cyberreadiness.batch.organisation;

import org.jspecify.annotations.NullMarked;

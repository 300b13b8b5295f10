/** What ODS delivers: organisation lists, the sub-ICB lookup and successions. */
@NullMarked
package org.cyberreadiness.samples.organisation;

import org.jspecify.annotations.NullMarked;

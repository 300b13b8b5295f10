/** What inspections deliver. */
@NullMarked
package org.cyberreadiness.samples.inspection;

import org.jspecify.annotations.NullMarked;

/** Cyber inspections. */
@NullMarked
package org.cyberreadiness.batch.inspection;

import org.jspecify.annotations.NullMarked;

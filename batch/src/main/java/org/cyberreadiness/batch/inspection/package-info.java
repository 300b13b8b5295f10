/** What CQC found: ratings of providers and locations, and cyber inspections. */
@NullMarked
package org.cyberreadiness.batch.inspection;

import org.jspecify.annotations.NullMarked;

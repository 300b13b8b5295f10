/** Progress, report and lock of a night. */
@NullMarked
package org.cyberreadiness.batch.run;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.cyberreadiness.batch.run;

import org.jspecify.annotations.NullMarked;

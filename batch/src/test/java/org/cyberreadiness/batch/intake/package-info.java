@NullMarked
package org.cyberreadiness.batch.intake;

import org.jspecify.annotations.NullMarked;

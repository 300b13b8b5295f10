@NullMarked
package org.cyberreadiness.batch.fact;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.cyberreadiness.batch.reading;

import org.jspecify.annotations.NullMarked;

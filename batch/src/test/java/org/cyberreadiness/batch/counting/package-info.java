@NullMarked
package org.cyberreadiness.batch.counting;

import org.jspecify.annotations.NullMarked;

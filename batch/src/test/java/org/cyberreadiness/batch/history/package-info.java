@NullMarked
package org.cyberreadiness.batch.history;

import org.jspecify.annotations.NullMarked;

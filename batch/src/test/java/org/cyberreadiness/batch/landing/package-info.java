@NullMarked
package org.cyberreadiness.batch.landing;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.cyberreadiness.batch;

import org.jspecify.annotations.NullMarked;

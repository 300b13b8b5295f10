@NullMarked
package org.cyberreadiness.samples;

import org.jspecify.annotations.NullMarked;

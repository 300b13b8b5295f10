/** Makes the landing files of a made-up nation: `readiness generate`. */
@NullMarked
package org.cyberreadiness.samples;

import org.jspecify.annotations.NullMarked;

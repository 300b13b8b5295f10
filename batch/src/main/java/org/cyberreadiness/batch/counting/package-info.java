/** Devices and software to counts; each count owns its days. */
@NullMarked
package org.cyberreadiness.batch.counting;

import org.jspecify.annotations.NullMarked;

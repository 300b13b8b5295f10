/** Cyber alerts, and what organisations did about them. */
@NullMarked
package org.cyberreadiness.samples.alert;

import org.jspecify.annotations.NullMarked;

/** Cyber alerts and the responses to them. */
@NullMarked
package org.cyberreadiness.batch.alert;

import org.jspecify.annotations.NullMarked;

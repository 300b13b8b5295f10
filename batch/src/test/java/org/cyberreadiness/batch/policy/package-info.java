/** The rules of the practices, case by case. */
@NullMarked
package org.cyberreadiness.batch.policy;

import org.jspecify.annotations.NullMarked;

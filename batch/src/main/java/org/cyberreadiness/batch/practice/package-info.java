/** The policy (practices.yaml) and the runner of its practices. */
@NullMarked
package org.cyberreadiness.batch.practice;

import org.jspecify.annotations.NullMarked;

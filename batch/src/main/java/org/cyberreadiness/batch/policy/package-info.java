/** The rules as data: practices.yaml, bound and checked. */
@NullMarked
package org.cyberreadiness.batch.policy;

import org.jspecify.annotations.NullMarked;

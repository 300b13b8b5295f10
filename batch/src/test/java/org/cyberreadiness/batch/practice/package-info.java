/** The rules of the practices, case by case. */
@NullMarked
package org.cyberreadiness.batch.practice;

import org.jspecify.annotations.NullMarked;

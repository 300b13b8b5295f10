@NullMarked
package org.cyberreadiness.batch.validation;

import org.jspecify.annotations.NullMarked;

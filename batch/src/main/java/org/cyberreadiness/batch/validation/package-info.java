/**
 * What a source declares, how a raw value becomes a typed one, and why a row is set aside; plain
 * Java, no source knows another.
 */
@NullMarked
package org.cyberreadiness.batch.validation;

import org.jspecify.annotations.NullMarked;

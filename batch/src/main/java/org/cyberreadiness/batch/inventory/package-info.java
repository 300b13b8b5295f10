/**
 * Security agents and their device groups, expected devices, software, builds, and until when a
 * product is supported and covered.
 */
@NullMarked
package org.cyberreadiness.batch.inventory;

import org.jspecify.annotations.NullMarked;

/**
 * Security agents, their devices and tenants, expected devices, and the end-of-support catalogue.
 */
@NullMarked
package org.cyberreadiness.batch.inventory;

import org.jspecify.annotations.NullMarked;

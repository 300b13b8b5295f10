/**
 * Finds landing files, says which are new, again or waiting before a row of them is read, and keeps
 * the ledger of what became of each.
 */
@NullMarked
package org.cyberreadiness.batch.landing;

import org.jspecify.annotations.NullMarked;

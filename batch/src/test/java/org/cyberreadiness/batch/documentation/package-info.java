/**
 * Pages of docs/ that are made from what the batch works by, so that they cannot differ from it.
 */
@NullMarked
package org.cyberreadiness.batch.documentation;

import org.jspecify.annotations.NullMarked;

/** Files: the batch's own by folder, the rules, their fingerprints, and writing that lasts. */
@NullMarked
package org.cyberreadiness.batch.resource;

import org.jspecify.annotations.NullMarked;

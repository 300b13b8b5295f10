/** The batch's own files: what lies in its jar, by folder. */
@NullMarked
package org.cyberreadiness.batch.resource;

import org.jspecify.annotations.NullMarked;

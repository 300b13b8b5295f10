/**
 * Writes files of a landing folder, with the same bytes for the same content, and lists their
 * hashes.
 */
@NullMarked
package org.cyberreadiness.samples.writing;

import org.jspecify.annotations.NullMarked;

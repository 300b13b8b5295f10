package org.cyberreadiness.batch.landing;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.cyberreadiness.batch.resource.Fingerprint;

/**
 * Id of a landing file: made from its source, its content and the day it speaks of, so that the
 * same bytes as at the same day are the same file whatever they are called.
 *
 * @param hex 16 hex digits
 */
public record FileId(String hex) implements Serializable, Comparable<FileId> {
  private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{16}");

  public FileId {
    if (!DIGITS.matcher(hex).matches()) {
      throw new IllegalArgumentException("An id of a file has 16 hex digits, not \"" + hex + '"');
    }
  }

  /** The first 16 hex digits of a hash over the parts. */
  static FileId of(String... parts) {
    return new FileId(Fingerprint.of(String.join("\n", parts)).substring(0, 16));
  }

  @Override
  public int compareTo(FileId other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}

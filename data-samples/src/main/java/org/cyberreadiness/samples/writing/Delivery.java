package org.cyberreadiness.samples.writing;

import java.io.IOException;

/**
 * One file of a landing folder that is still to be written.
 *
 * @param path where it goes, relative to the landing folder; a name ending in .gz is compressed
 * @param content what it says; written as it is made, so that a file may be larger than memory
 */
public record Delivery(String path, Content content) {
  public Delivery {
    if (path.isBlank() || path.startsWith("/") || path.contains("..") || path.contains("\\")) {
      throw new IllegalArgumentException("Not a path within the landing folder: " + path);
    }
  }

  /** Writes the text of one file. It may be asked again and must then say the same. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Text text) throws IOException;
  }
}

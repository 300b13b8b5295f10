package org.cyberreadiness.batch.reading;

/**
 * A file cannot be taken in as a whole. The message is for people: what is wrong and what to do.
 */
public final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableFile(String sentence) {
    super(sentence, null, false, false);
  }
}

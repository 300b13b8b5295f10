package org.cyberreadiness.batch.validation;

/**
 * A room's declaration of a source. Any class of the batch whose name ends in {@code Source} and
 * that implements this with a constructor without arguments is found by {@link Sources}: adding a
 * source touches nothing else.
 */
public interface DeclaresSource {
  /** The declaration. */
  Source source();
}

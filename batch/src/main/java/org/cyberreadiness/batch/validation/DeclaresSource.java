package org.cyberreadiness.batch.validation;

/** A room's declaration of a source; the list of all is {@code Sources}. */
@FunctionalInterface
public interface DeclaresSource {
  /** The declaration. */
  Source source();
}

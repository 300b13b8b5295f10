package org.cyberreadiness.samples.organisation;

import java.util.List;

/** Where made-up organisations have their offices. */
final class Streets {
  static final List<String> NAMES =
      List.of("Made-Up Street", "Specimen Road", "Sample Lane", "Pattern Place", "Fable Way");

  private Streets() {}
}

package org.cyberreadiness.batch.toolkit;

import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.Columns;

/** Words that several toolkit returns share. */
final class Words {
  private Words() {}

  /** An edition as people write it: two years that follow each other, such as 21/22. */
  static Column edition(String description) {
    return Columns.pattern("edition", description, "[0-9]{2}/[0-9]{2}", "an edition such as 21/22");
  }
}

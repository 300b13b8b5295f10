package org.cyberreadiness.batch.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One edition of the yearly self-assessment.
 *
 * @param edition as people write it, such as 21/22
 * @param opensOn first day it could be published
 * @param deadline last day
 * @param series editions of one series can be compared
 * @param igVersion version of the IG Toolkit it was answered in; null from 18/19 on
 */
public record Edition(
    String edition,
    LocalDate opensOn,
    LocalDate deadline,
    String series,
    @Nullable String igVersion) {
  /** Refuses an edition that opens after its deadline. */
  public Edition {
    if (opensOn.isAfter(deadline)) {
      throw new IllegalArgumentException("it opens after its deadline");
    }
  }
}

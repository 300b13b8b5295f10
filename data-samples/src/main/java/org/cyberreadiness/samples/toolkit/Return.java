package org.cyberreadiness.samples.toolkit;

import java.time.LocalDate;
import java.util.List;

/**
 * What an organisation published for an edition. It may improve later, without a new publication
 * date.
 *
 * @param versions the outcomes in turn, the first from the day of publication
 */
public record Return(Edition edition, LocalDate publishedOn, List<Version> versions) {
  public Return {
    versions = List.copyOf(versions);
    if (versions.isEmpty() || versions.getFirst().from().isAfter(publishedOn)) {
      throw new IllegalArgumentException("A return needs an outcome from its publication on");
    }
  }

  /** An outcome and the day from which it stands. */
  public record Version(LocalDate from, Outcome outcome) {}

  static Return of(Edition edition, LocalDate publishedOn, Outcome outcome) {
    return new Return(edition, publishedOn, List.of(new Version(publishedOn, outcome)));
  }

  public Outcome outcomeOn(LocalDate day) {
    Outcome outcome = versions.getFirst().outcome();
    for (Version version : versions) {
      if (!version.from().isAfter(day)) {
        outcome = version.outcome();
      }
    }
    return outcome;
  }
}

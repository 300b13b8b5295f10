package org.cyberreadiness.samples.toolkit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.writing.Clock;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/**
 * What stands behind the published outcomes: the assertions, each confirmed or not. A file holds
 * what was submitted since the one before; a return that improves is submitted again.
 */
public final class AssertionFiles {
  private static final int PRACTICES_FROM = 2023;

  private final Nation nation;
  private final Returns returns;

  public AssertionFiles(Nation nation) {
    this.nation = nation;
    this.returns = new Returns(nation);
  }

  public List<Delivery> deliveries() {
    List<LocalDate> days =
        Stream.of(Edition.values())
            .filter(edition -> edition != Edition.E2425)
            .flatMap(
                edition ->
                    Stream.of(edition.deadline().plusDays(5), edition.settledOn().plusDays(1)))
            .sorted()
            .toList();
    List<Delivery> deliveries = new ArrayList<>();
    LocalDate before = LocalDate.MIN;
    for (LocalDate day : days) {
      LocalDate after = before;
      deliveries.add(
          new Delivery(
              "dspt-assertions/" + day + "/assertions.csv", text -> write(text, after, day)));
      before = day;
    }
    return deliveries;
  }

  private void write(Text text, LocalDate after, LocalDate until) throws IOException {
    text.row(
        "ods_code", "edition", "submitted_at", "submission", "assertion", "mandatory", "outcome");
    for (Organisation organisation : nation.organisations(Assertions::areAskedOf).toList()) {
      for (Submission submission : submissions(organisation)) {
        if (submission.on().isAfter(after) && !submission.on().isAfter(until)) {
          write(text, organisation, submission);
        }
      }
    }
  }

  private List<Submission> submissions(Organisation organisation) {
    List<Submission> submissions = new ArrayList<>();
    for (Return made : returns.of(organisation)) {
      Edition edition = made.edition();
      boolean large = Assertions.isLarge(organisation.kind());
      if (!large && edition.deadline().getYear() < PRACTICES_FROM) {
        continue;
      }
      Chance chance = nation.chance("submission-" + edition.label(), organisation.code());
      int improvements = made.versions().size();
      edition
          .baselineOn()
          .filter(day -> large && chance.happens(0.9) && made.publishedOn().isAfter(day))
          .ifPresent(
              day ->
                  submissions.add(
                      new Submission(
                          edition, day.minusDays(chance.below(14)), "baseline", 4 + improvements)));
      for (Return.Version version : made.versions()) {
        int open = unconfirmed(version.outcome(), chance);
        submissions.add(new Submission(edition, version.from(), "final", open));
      }
    }
    return submissions;
  }

  private static int unconfirmed(Outcome outcome, Chance chance) {
    return switch (outcome) {
      case EXCEEDED, MET -> 0;
      case APPROACHING -> chance.between(1, 3);
      case NOT_MET -> chance.between(4, 8);
      case ENTRY_LEVEL -> chance.between(5, 10);
    };
  }

  private void write(Text text, Organisation organisation, Submission submission)
      throws IOException {
    Edition edition = submission.edition();
    Kind kind = organisation.kind();
    Chance chance = nation.chance("assertions-" + edition.label(), organisation.code());
    Map<String, Double> ease = new HashMap<>();
    for (String assertion : Assertions.of(kind)) {
      ease.put(assertion, chance.share() + (Assertions.isHard(assertion) ? 0 : 0.6));
    }
    List<String> unconfirmed =
        Assertions.of(kind).stream()
            .filter(assertion -> Assertions.isMandatory(kind, assertion))
            .sorted(Comparator.comparing((String assertion) -> ease.getOrDefault(assertion, 1.0)))
            .limit(submission.unconfirmed())
            .toList();
    String submittedAt = Clock.at(submission.on(), 9 * 3600 + chance.below(8 * 3600));
    for (String assertion : Assertions.of(kind)) {
      boolean mandatory = Assertions.isMandatory(kind, assertion);
      boolean skipped = !mandatory && chance.happens(0.3);
      boolean notForUs = mandatory && chance.happens(0.01) && !unconfirmed.contains(assertion);
      text.row(
          organisation.code(),
          edition.label(),
          submittedAt,
          submission.kind(),
          assertion,
          mandatory ? "Y" : "N",
          notForUs
              ? "not_applicable"
              : skipped || unconfirmed.contains(assertion) ? "not_confirmed" : "confirmed");
    }
  }

  private record Submission(Edition edition, LocalDate on, String kind, int unconfirmed) {}
}

package org.cyberreadiness.dashboard.organisation;

import java.util.List;
import org.cyberreadiness.dashboard.shell.Address;
import org.cyberreadiness.dashboard.shell.Visit;
import org.cyberreadiness.dashboard.shell.choice.Choices;

/**
 * What the list of organisations is asked for: the state in its address. An empty text means all.
 *
 * @param search code, name or former name
 * @param outcome outcome of the practice in the cycle
 * @param scope 'counted' for those that count at the cycle's end, else why an organisation is left
 *     out
 * @param sort column, with '-' before it downwards
 */
record OrganisationFilter(
    String search,
    String practice,
    String cycle,
    String outcome,
    String type,
    String region,
    String icb,
    String scope,
    String sort) {

  static final String COUNTED = "counted";
  static final String BY_NAME = "name";
  static final String DEFAULT_PRACTICE = "toolkit";

  /** Reads an address; what it does not say, or says of something unknown, is the default. */
  static OrganisationFilter from(Visit visit, Choices choices) {
    String asked = visit.parameter("practice").orElse(DEFAULT_PRACTICE);
    String practice =
        choices.practice(asked).isPresent() || choices.practices().isEmpty()
            ? asked
            : choices.practices().getFirst().practice();
    var cycles = choices.cyclesOf(practice);
    String newest = cycles.isEmpty() ? "" : cycles.getLast().cycle();
    String cycle =
        visit
            .parameter("cycle")
            .filter(wanted -> cycles.stream().anyMatch(known -> known.cycle().equals(wanted)))
            .orElse(newest);
    return new OrganisationFilter(
        text(visit, "q", ""),
        practice,
        cycle,
        text(visit, "outcome", ""),
        text(visit, "type", ""),
        text(visit, "region", ""),
        text(visit, "icb", ""),
        text(visit, "scope", COUNTED),
        text(visit, "sort", BY_NAME));
  }

  private static String text(Visit visit, String name, String otherwise) {
    return visit.parameter(name).map(String::strip).orElse(otherwise);
  }

  /** Names of its parameters in the address. */
  static final List<String> NAMES =
      List.of("q", "practice", "cycle", "outcome", "type", "region", "icb", "scope", "sort");

  /** The address of the list with nothing chosen but the practice. */
  Address cleared(Visit visit) {
    return visit.to("organisations").with("practice", practice);
  }

  boolean isNarrowed() {
    return !(search + outcome + type + region + icb).isEmpty() || !scope.equals(COUNTED);
  }
}

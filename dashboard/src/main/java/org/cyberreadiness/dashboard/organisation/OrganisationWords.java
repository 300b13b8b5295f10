package org.cyberreadiness.dashboard.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cyberreadiness.dashboard.organisation.OrganisationListQueries.Counts;
import org.cyberreadiness.dashboard.organisation.OrganisationListQueries.CycleShare;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.shell.choice.Choices;

/**
 * What the list of organisations says: its finding, its context, and what to do when it is empty.
 */
final class OrganisationWords {

  private final OrganisationFilter filter;
  private final Choices choices;
  private final Counts counts;
  private final String title;

  OrganisationWords(OrganisationFilter filter, Choices choices, Counts counts) {
    this.filter = filter;
    this.choices = choices;
    this.counts = counts;
    this.title =
        choices.practice(filter.practice()).map(Choices.Practice::title).orElse(filter.practice());
  }

  /** 'trusts in Capital' */
  String group() {
    return choices.plural(filter.type()) + place();
  }

  private String place() {
    String name = choices.placeName(filter.icb().isEmpty() ? filter.region() : filter.icb());
    return name.isEmpty() ? "" : " in " + name;
  }

  private String groupOf(long count) {
    return (count == 1 ? choices.singular(filter.type()) : choices.plural(filter.type()))
        + place()
        + (filter.search().isEmpty() ? "" : " matching ‘" + filter.search() + "’");
  }

  /** 'in 21/22' */
  String inCycle() {
    return filter.cycle().isEmpty() ? "" : "in " + Figures.cycle(filter.cycle());
  }

  private String practice() {
    return "‘" + title + "’";
  }

  /** The heading: the finding, with its number and its denominator. */
  String finding() {
    if (!filter.scope().equals(OrganisationFilter.COUNTED)) {
      return Figures.count(counts.listed())
          + " "
          + groupOf(counts.listed())
          + (counts.listed() == 1 ? " is" : " are")
          + " left out "
          + inCycle();
    }
    if (filter.cycle().isEmpty()) {
      return "No cycle of " + practice() + " had ended by this day";
    }
    if (counts.organisations() == 0) {
      return "No " + groupOf(1) + " counts " + inCycle();
    }
    return switch (filter.outcome()) {
      case "met" -> ofAssessed(counts.met()) + " met " + practice() + " " + inCycle();
      case "not_assessed" ->
          Figures.ofAll(counts.notAssessed(), counts.organisations())
              + " "
              + groupOf(counts.organisations())
              + (counts.notAssessed() == 1 ? " was" : " were")
              + " not assessed on "
              + practice()
              + " "
              + inCycle();
      case "not_applicable" ->
          practice()
              + " does not apply to "
              + Figures.ofAll(counts.notApplicable(), counts.organisations())
              + " "
              + groupOf(counts.organisations());
      default ->
          counts.assessed() == 0
              ? "None of "
                  + Figures.count(counts.organisations())
                  + " "
                  + groupOf(counts.organisations())
                  + " was assessed on "
                  + practice()
                  + " "
                  + inCycle()
              : ofAssessed(counts.notMet()) + " did not meet " + practice() + " " + inCycle();
    };
  }

  private String ofAssessed(long count) {
    return Figures.ofAll(count, counts.assessed()) + " " + groupOf(counts.assessed());
  }

  /** The line below: denominators, and the share with its interval. */
  String[] context(LocalDate asAt) {
    var parts = new ArrayList<String>();
    if (filter.scope().equals(OrganisationFilter.COUNTED) && counts.organisations() > 0) {
      var ended =
          choices.cyclesOf(filter.practice()).stream()
              .filter(cycle -> cycle.cycle().equals(filter.cycle()))
              .findFirst();
      parts.add(
          Figures.count(counts.organisations())
              + " "
              + groupOf(counts.organisations())
              + ended.map(cycle -> " open on " + Figures.date(cycle.cycleEnd())).orElse(""));
      parts.add(
          Figures.count(counts.met())
              + " met, "
              + Figures.count(counts.notMet())
              + " not met, "
              + Figures.count(counts.notAssessed())
              + " not assessed"
              + (counts.notApplicable() == 0
                  ? ""
                  : ", " + Figures.count(counts.notApplicable()) + " not applicable"));
      if (counts.assessed() > 0) {
        parts.add(
            "not met: "
                + Figures.share(
                    counts.notMet(),
                    counts.assessed(),
                    counts.notMetLower(),
                    counts.notMetUpper()));
      }
    }
    parts.add("as known on " + Figures.date(asAt));
    return parts.toArray(String[]::new);
  }

  List<String> howToRead() {
    var sentences = new ArrayList<String>();
    choices
        .practice(filter.practice())
        .ifPresent(
            practice -> {
              sentences.add(practice.question());
              sentences.add("Why it matters: " + practice.why());
            });
    sentences.add(
        "A strip has one square for each cycle, on a true time axis: full is met, with a notch is not met, hatched is not"
            + " assessed, an outline with a dash is not applicable. A turned corner is met after the deadline; a dotted"
            + " frame is inherited from a predecessor.");
    sentences.add(
        "Shares are of those assessed. The interval is a 95 % Wilson interval: with so few organisations a share could"
            + " lie anywhere in it by chance.");
    return sentences;
  }

  /** The title above the list: its count equals its rows. */
  String listed() {
    String word =
        switch (filter.outcome()) {
          case "met" -> ", met ";
          case "not_met" -> ", not met ";
          case "not_assessed" -> ", not assessed ";
          case "not_applicable" -> ", not applicable ";
          default -> " ";
        };
    return Figures.count(counts.listed()) + " " + groupOf(counts.listed()) + word + inCycle();
  }

  /** How the group's share moved, as a sentence. */
  String through(List<CycleShare> shares) {
    var assessed = shares.stream().filter(share -> share.met() + share.notMet() > 0).toList();
    var last = assessed.getLast();
    String now =
        capital(group())
            + ": "
            + Figures.share(last.met(), last.met() + last.notMet())
            + " met "
            + practice()
            + " in "
            + Figures.cycle(last.cycle());
    if (assessed.size() < 2) {
      return now;
    }
    var before = assessed.get(assessed.size() - 2);
    return now
        + ", "
        + Figures.share(before.met(), before.met() + before.notMet())
        + " in "
        + Figures.cycle(before.cycle());
  }

  String onHover(CycleShare share) {
    long assessed = share.met() + share.notMet();
    return List.of(
            Figures.cycle(share.cycle()),
            "Met: " + Figures.share(share.met(), assessed, share.lower(), share.upper()),
            "Not met: " + Figures.count(share.notMet()),
            "Not assessed: " + Figures.count(share.notAssessed()))
        .stream()
        .collect(Collectors.joining("\n"));
  }

  /** Why the list is empty. */
  String nothing() {
    return filter.search().isEmpty()
        ? "There is no organisation with all of this."
        : "No code, name or former name contains ‘"
            + filter.search()
            + "’ with the filters chosen.";
  }

  String advice() {
    if (!filter.search().isEmpty()) {
      return "Try a shorter part of the name, or the ODS code alone. It may also be left out here: closed, Welsh or"
          + " another kind; the line above counts those.";
    }
    return counts.organisations() > 0
        ? "There are "
            + Figures.count(counts.organisations())
            + " "
            + groupOf(counts.organisations())
            + " with other outcomes: choose any outcome to see them."
        : "Take a filter away, or choose another cycle.";
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}

package org.cyberreadiness.dashboard.organisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cyberreadiness.dashboard.organisation.OrganisationQueries.Organisation;
import org.cyberreadiness.dashboard.organisation.OrganisationQueries.Standing;
import org.cyberreadiness.dashboard.shell.Figures;

/** What the figures of one organisation amount to, in a sentence or two. */
record Judgement(String finding, String details) {

  /** Of an organisation that does not count on the day: why, and nothing about its practices. */
  static Judgement ofLeftOut(Organisation organisation) {
    var closed = organisation.closedOn();
    var label = organisation.scopeLabel();
    return new Judgement(
        closed != null
            ? organisation.name() + " closed on " + Figures.date(closed)
            : organisation.name()
                + " does not count in the figures of England"
                + (label == null ? "" : ": " + label.toLowerCase(Locale.UK)),
        "");
  }

  /**
   * @param name of the organisation
   * @param nameOf turns a code into 'name (code)'
   */
  static Judgement of(String name, List<Standing> standing, UnaryOperator<String> nameOf) {
    var assessed = standing.stream().filter(Standing::isAssessed).toList();
    var repeated = assessed.stream().filter(Standing::failsRepeatedly).toList();
    var failing = assessed.stream().filter(Standing::fails).toList();
    String all = assessed.size() + " assessed " + (assessed.size() == 1 ? "practice" : "practices");
    String finding;
    if (standing.isEmpty()) {
      finding = "No practice applies to " + name;
    } else if (assessed.isEmpty()) {
      finding =
          name + " has not been assessed on any of " + standing.size() + " practices that apply";
    } else if (!repeated.isEmpty()) {
      finding = name + " repeatedly fails " + repeated.size() + " of " + all;
    } else if (!failing.isEmpty()) {
      finding = name + " fails " + failing.size() + " of " + all + ", none of them repeatedly";
    } else {
      finding =
          name + " meets " + (assessed.size() == 1 ? "its one assessed practice" : "all " + all);
    }
    return new Judgement(
        finding, details(standing, repeated.isEmpty() ? failing : repeated, nameOf));
  }

  private static String details(
      List<Standing> standing, List<Standing> failing, UnaryOperator<String> nameOf) {
    var sentences = new ArrayList<String>();
    failing.stream()
        .sorted(Comparator.comparing(s -> Optional.ofNullable(s.failingSince()).orElseThrow()))
        .map(s -> sentence(s, nameOf))
        .forEach(sentences::add);
    var dark = standing.stream().filter(s -> !s.isAssessed()).map(Standing::title).toList();
    if (!dark.isEmpty() && dark.size() < standing.size()) {
      sentences.add("Never assessed: " + String.join(", ", dark) + ".");
    }
    return String.join(" ", sentences);
  }

  private static String sentence(Standing standing, UnaryOperator<String> nameOf) {
    var since = standing.failingSince();
    var inherited = standing.inheritedFrom();
    return standing.title()
        + ": failed "
        + Figures.inWords(standing.streak(), standing.one(), standing.many())
        + (standing.streak() > 1 ? " in a row" : "")
        + (since == null
            ? ""
            : (standing.isSinceBefore() ? ", since before " : ", since ") + Figures.date(since))
        + (inherited == null
            ? ""
            : ", inherited from "
                + String.join(
                    " and before it ",
                    List.of(inherited.split(">")).reversed().stream().map(nameOf).toList()))
        + (standing.takenOver() == 0
            ? ""
            : "; what it took over had failed "
                + Figures.inWords(standing.takenOver(), standing.one(), standing.many()))
        + ".";
  }
}

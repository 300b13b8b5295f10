package org.cyberreadiness.dashboard.repeatfailure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.dashboard.repeatfailure.RepeatFailureQueries.Counts;
import org.cyberreadiness.dashboard.repeatfailure.RepeatFailureQueries.Filter;
import org.cyberreadiness.dashboard.repeatfailure.RepeatFailureQueries.TypeCount;
import org.cyberreadiness.dashboard.shell.CsvFile;
import org.cyberreadiness.dashboard.shell.FigureTable;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.shell.Filters;
import org.cyberreadiness.dashboard.shell.OutcomeMark;
import org.cyberreadiness.dashboard.shell.Page;
import org.cyberreadiness.dashboard.shell.Picture;
import org.cyberreadiness.dashboard.shell.Visit;
import org.cyberreadiness.dashboard.shell.choice.Choices;
import org.cyberreadiness.dashboard.snapshot.SnapshotLease;
import org.cyberreadiness.dashboard.snapshot.Snapshots;

/** Who fails again and again, at what, since when; and of whom nothing is heard any more. */
@Route("repeat")
@Menu(title = "Repeat failing", order = 30)
@PermitAll
@StyleSheet("context://charts/lists.css")
class RepeatFailureView extends Page {

  private static final long serialVersionUID = 1;
  private static final String DARK = "dark";

  private final transient Snapshots snapshots;

  RepeatFailureView(Snapshots snapshots) {
    super(snapshots, "Repeat failing");
    this.snapshots = snapshots;
  }

  @Override
  protected void show(Visit visit) {
    var filter =
        new Filter(
            visit.parameter("practice").orElse(""),
            visit.parameter("type").orElse(""),
            visit.parameter("region").orElse(""),
            visit.parameter("sort").orElse("since"));
    boolean dark = visit.parameter("list").orElse("").equals(DARK);
    try (SnapshotLease lease = snapshots.lease(visit.snapshot().id())) {
      var choices = Choices.in(lease, visit.asAt());
      var counts = RepeatFailureQueries.counts(lease, visit.asAt(), filter);
      var types = RepeatFailureQueries.byType(lease, visit.asAt(), filter);
      heading(finding(filter, choices, counts, types, dark));
      context(howToRead(filter, choices), context(visit, filter, choices, counts));
      add(filters(visit, filter, choices));
      add(lists(visit, counts, dark));
      if (!dark && filter.type().isEmpty()) {
        byType(visit, filter, choices, types);
      }
      add(list(visit, filter, choices, counts, dark));
    }
  }

  private static String group(Filter filter, Choices choices, long count) {
    String place = choices.placeName(filter.region());
    return (count == 1 ? choices.singular(filter.type()) : choices.plural(filter.type()))
        + (place.isEmpty() ? "" : " in " + place);
  }

  private static String what(Filter filter, Choices choices) {
    return choices
        .practice(filter.practice())
        .map(practice -> "at ‘" + practice.title() + "’")
        .orElse("at one practice or more");
  }

  private static String finding(
      Filter filter, Choices choices, Counts counts, List<TypeCount> types, boolean dark) {
    if (dark) {
      return Figures.ofAll(counts.darkOrganisations(), counts.assessed())
          + " "
          + group(filter, choices, counts.assessed())
          + (counts.darkOrganisations() == 1 ? " has" : " have")
          + " gone dark "
          + choices
              .practice(filter.practice())
              .map(practice -> "on ‘" + practice.title() + "’")
              .orElse("on one practice or more")
          + ": assessed before, but not in the newest cycles";
    }
    if (counts.organisations() == 0) {
      return "No " + group(filter, choices, 1) + " fails repeatedly " + what(filter, choices);
    }
    String finding =
        Figures.ofAll(counts.organisations(), counts.assessed())
            + " "
            + group(filter, choices, counts.assessed())
            + (counts.organisations() == 1 ? " fails" : " fail")
            + " again and again "
            + what(filter, choices);
    var trusts =
        types.stream()
            .filter(type -> type.type().equals("trust") && type.repeated() > 0)
            .findFirst();
    return filter.type().isEmpty() && trusts.isPresent()
        ? finding
            + ", "
            + Figures.count(trusts.get().repeated())
            + " of them "
            + (trusts.get().repeated() == 1 ? trusts.get().label() : trusts.get().labelPlural())
        : finding;
  }

  private static String[] context(Visit visit, Filter filter, Choices choices, Counts counts) {
    var parts = new ArrayList<String>();
    parts.add(
        Figures.count(counts.assessed())
            + " "
            + group(filter, choices, counts.assessed())
            + " ever assessed "
            + (filter.practice().isEmpty() ? "on any practice" : "on it"));
    choices
        .practice(filter.practice())
        .ifPresent(
            practice ->
                parts.add(
                    "repeatedly: "
                        + practice.repeatRule()
                        + " "
                        + practice.cycleKind()
                        + "s assessed, the newest among them"));
    parts.add("as known on " + Figures.date(visit.asAt()));
    return parts.toArray(String[]::new);
  }

  private static List<String> howToRead(Filter filter, Choices choices) {
    var sentences = new ArrayList<String>();
    for (var practice : choices.practices()) {
      if (filter.practice().isEmpty() || filter.practice().equals(practice.practice())) {
        sentences.add(
            practice.title()
                + ": repeatedly failing is having failed "
                + practice.repeatRule()
                + " assessed "
                + practice.cycleKind()
                + "s, the newest among them.");
      }
    }
    sentences.add(
        "A cycle not assessed neither adds to a streak nor ends it. A new code continues the longest failing line of what"
            + " it was made of, once; the inherited cycles have a dotted frame. Who existed before keeps its own line;"
            + " what it took over is told beside it. Since before: every cycle known of it failed.");
    sentences.add(
        "Peers are organisations of the same kind and size that count on this day; they failed it at their newest assessed"
            + " cycle.");
    sentences.add(
        "Dark: assessed on a practice before, but not in its newest two months, or its newest edition or quarter, though"
            + " it was asked. Not applicable is never dark.");
    return sentences;
  }

  private static Filters filters(Visit visit, Filter filter, Choices choices) {
    var filters =
        new Filters(visit)
            .choice(
                "practice",
                "Practice",
                "any practice",
                Filters.options(
                    choices.practices(), Choices.Practice::practice, Choices.Practice::title),
                filter.practice())
            .choice(
                "type",
                "Kind",
                "all kinds",
                Filters.options(choices.types(), Choices.Type::code, Choices.Type::labelPlural),
                filter.type())
            .choice(
                "region",
                "Region",
                "all regions",
                Filters.options(choices.regions(), Choices.Place::code, Choices.Place::name),
                filter.region());
    boolean narrowed = !(filter.practice() + filter.type() + filter.region()).isEmpty();
    return narrowed ? filters.clear(visit.to("repeat"), "Clear filters") : filters;
  }

  private static Div lists(Visit visit, Counts counts, boolean dark) {
    var failing =
        new Anchor(
            visit.here().without("list").href(),
            "Failing repeatedly " + Figures.count(counts.failing()));
    var gone =
        new Anchor(
            visit.here().with("list", DARK).without("sort").href(),
            "Gone dark " + Figures.count(counts.dark()));
    (dark ? gone : failing).getElement().setAttribute("aria-current", "true");
    var line = new Div(failing, gone);
    line.addClassNames("scopes", "lists");
    return line;
  }

  private void byType(Visit visit, Filter filter, Choices choices, List<TypeCount> types) {
    var shown = types.stream().filter(type -> type.repeated() > 0).toList();
    if (shown.isEmpty()) {
      return;
    }
    var table =
        new FigureTable(
            "Organisations failing repeatedly " + what(filter, choices) + ", by kind",
            FigureTable.Column.text("Kind", "type"),
            FigureTable.Column.number("Failing repeatedly", "repeated"),
            FigureTable.Column.number("Ever assessed", "assessed"),
            FigureTable.Column.text("Share", "share"));
    for (TypeCount type : types) {
      table.row(
          type.labelPlural(),
          Figures.count(type.repeated()),
          Figures.count(type.assessed()),
          Figures.share(type.repeated(), type.assessed(), type.lower(), type.upper()));
    }
    var largest =
        shown.stream()
            .filter(type -> type.assessed() >= Figures.FEWEST_TO_COMPARE)
            .max((a, b) -> Long.compare(a.repeated() * b.assessed(), b.repeated() * a.assessed()));
    String title =
        largest
            .map(
                type ->
                    "The largest share is among "
                        + type.labelPlural()
                        + ": "
                        + Figures.share(
                            type.repeated(), type.assessed(), type.lower(), type.upper()))
            .orElse("Few of each kind fail repeatedly: too few to compare");
    var chart =
        TypeChart.of(title, shown)
            .onChoice(
                choice -> visit.here().with("type", choice.key()).open(UI.getCurrentOrThrow()));
    add(
        new Picture(title)
            .of(chart, table)
            .note("Share of those ever assessed, with a 95 % Wilson interval in the table.")
            .csv("repeat-failing-by-kind.csv", table)
            .link("by-kind"));
  }

  private Component list(Visit visit, Filter filter, Choices choices, Counts counts, boolean dark) {
    long size = dark ? counts.dark() : counts.failing();
    if (size == 0) {
      return nothing(
          dark
              ? "Everything assessed before was assessed in its newest cycle too."
              : "Nobody fails repeatedly with these filters. That says nothing of those not assessed: see ‘Gone dark’.",
          new Anchor(visit.to("repeat").href(), "All practices, kinds and regions"));
    }
    long organisations = dark ? counts.darkOrganisations() : counts.organisations();
    String named = Figures.count(organisations) + " " + group(filter, choices, organisations);
    String order = dark ? ", longest dark first" : ", longest failing first";
    var picture =
        new Picture(
                (size == organisations ? named : Figures.count(size) + " rows of " + named) + order)
            .of(
                new RepeatFailureGrid(
                    snapshots, visit, filter, choices, dark ? DARK : "failing", size));
    picture.note(OutcomeMark.legend());
    return picture
        .csv(
            CsvFile.of(
                snapshots,
                visit,
                dark ? RepeatFailureQueries.DARK : RepeatFailureQueries.FAILING,
                RepeatFailureQueries.page(visit.asAt(), filter, 0, Integer.MAX_VALUE),
                dark ? "gone-dark" : "repeat-failing"))
        .link("list");
  }
}

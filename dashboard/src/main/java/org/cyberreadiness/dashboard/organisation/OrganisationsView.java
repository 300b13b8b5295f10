package org.cyberreadiness.dashboard.organisation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cyberreadiness.dashboard.organisation.OrganisationListQueries.Counts;
import org.cyberreadiness.dashboard.organisation.OrganisationListQueries.CycleShare;
import org.cyberreadiness.dashboard.organisation.OrganisationListQueries.LeftOut;
import org.cyberreadiness.dashboard.shell.CsvFile;
import org.cyberreadiness.dashboard.shell.FigureTable;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.shell.Filters;
import org.cyberreadiness.dashboard.shell.Filters.Option;
import org.cyberreadiness.dashboard.shell.Outcome;
import org.cyberreadiness.dashboard.shell.OutcomeMark;
import org.cyberreadiness.dashboard.shell.Page;
import org.cyberreadiness.dashboard.shell.Picture;
import org.cyberreadiness.dashboard.shell.Visit;
import org.cyberreadiness.dashboard.shell.choice.Choices;
import org.cyberreadiness.dashboard.shell.strip.Strip;
import org.cyberreadiness.dashboard.snapshot.SnapshotLease;
import org.cyberreadiness.dashboard.snapshot.Snapshots;

/** Which ones: the organisations behind a number, to search, filter, sort and take away. */
@Route("organisations")
@Menu(title = "Organisations", order = 20)
@PermitAll
@StyleSheet("context://charts/lists.css")
class OrganisationsView extends Page {

  private static final long serialVersionUID = 1;
  private static final int ALL_ROWS = Integer.MAX_VALUE;

  private final transient Snapshots snapshots;

  OrganisationsView(Snapshots snapshots) {
    super(snapshots, "Organisations");
    this.snapshots = snapshots;
  }

  @Override
  protected void show(Visit visit) {
    try (SnapshotLease lease = snapshots.lease(visit.snapshot().id())) {
      var choices = Choices.in(lease, visit.asAt());
      var filter = OrganisationFilter.from(visit, choices);
      var counts = OrganisationListQueries.counts(lease, visit.asAt(), filter);
      var words = new OrganisationWords(filter, choices, counts);
      heading(words.finding());
      context(words.howToRead(), words.context(visit.asAt()));
      add(filters(visit, filter, choices));
      var leftOut = OrganisationListQueries.leftOut(lease, visit.asAt(), filter);
      add(scopes(visit, filter, leftOut, words));
      if (counts.organisations() > 0 && filter.scope().equals(OrganisationFilter.COUNTED)) {
        shares(visit, filter, words, OrganisationListQueries.shares(lease, visit.asAt(), filter));
      }
      add(list(visit, filter, choices, counts, words));
    }
  }

  private static Filters filters(Visit visit, OrganisationFilter filter, Choices choices) {
    var cycles = new ArrayList<>(choices.cyclesOf(filter.practice()));
    var filters =
        new Filters(visit)
            .text("q", "Search", "code, name or former name", filter.search())
            .choice(
                "practice",
                "Practice",
                null,
                Filters.options(
                    choices.practices(), Choices.Practice::practice, Choices.Practice::title),
                filter.practice())
            .choice(
                "cycle",
                "In",
                null,
                Filters.options(
                    cycles.reversed(),
                    Choices.EndedCycle::cycle,
                    cycle -> Figures.cycle(cycle.cycle())),
                filter.cycle())
            .choice(
                "outcome",
                "Outcome",
                "any outcome",
                Arrays.stream(Outcome.values())
                    .map(outcome -> new Option(outcome.code(), outcome.word()))
                    .toList(),
                filter.outcome())
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
                filter.region())
            .search(
                "icb",
                "Board (ICB)",
                "all boards",
                Filters.options(
                    choices.boards().stream()
                        .filter(
                            board ->
                                filter.region().isEmpty()
                                    || filter.region().equals(board.regionCode()))
                        .toList(),
                    Choices.Place::code,
                    Choices.Place::name),
                filter.icb())
            .resets("practice", "cycle")
            .resets("region", "icb");
    return filter.isNarrowed() ? filters.clear(filter.cleared(visit), "Clear filters") : filters;
  }

  /** Who counts, and who is left out and why: each a link to its list. */
  private static Div scopes(
      Visit visit, OrganisationFilter filter, List<LeftOut> leftOut, OrganisationWords words) {
    var line = new Div();
    line.addClassName("scopes");
    line.setVisible(!leftOut.isEmpty() || !filter.scope().equals(OrganisationFilter.COUNTED));
    if (filter.scope().equals(OrganisationFilter.COUNTED)) {
      line.add(new Paragraph("Left out here, and why:"));
    } else {
      line.add(
          new Anchor(
              visit.here().without("scope").href(), "Back to those that count " + words.inCycle()));
    }
    for (LeftOut reason : leftOut) {
      var link =
          new Anchor(
              visit.here().with("scope", reason.scope()).without("outcome").href(),
              reason.label() + " " + Figures.count(reason.organisations()));
      link.setTitle(reason.meaning());
      if (reason.scope().equals(filter.scope())) {
        link.getElement().setAttribute("aria-current", "true");
      }
      line.add(link);
    }
    return line;
  }

  private void shares(
      Visit visit, OrganisationFilter filter, OrganisationWords words, List<CycleShare> shares) {
    if (shares.stream().noneMatch(share -> share.met() + share.notMet() > 0)) {
      return;
    }
    var table =
        new FigureTable(
            words.group() + " by outcome",
            FigureTable.Column.text("Cycle", "cycle"),
            FigureTable.Column.number("Met", "met"),
            FigureTable.Column.number("Not met", "not_met"),
            FigureTable.Column.number("Not assessed", "not_assessed"),
            FigureTable.Column.text("Share met of those assessed", "share_met"));
    for (CycleShare share : shares) {
      table.row(
          Figures.shortCycle(share.cycle()),
          Figures.count(share.met()),
          Figures.count(share.notMet()),
          Figures.count(share.notAssessed()),
          Figures.share(share.met(), share.met() + share.notMet(), share.lower(), share.upper()));
    }
    var marks =
        shares.stream()
            .map(
                share ->
                    new Strip.Share(
                        share.cycle(),
                        share.cycleEnd(),
                        share.met(),
                        share.notMet(),
                        share.notAssessed(),
                        words.onHover(share)))
            .toList();
    var span =
        new Strip.Span(
            shares.getFirst().cycleEnd().minusDays(300), shares.getLast().cycleEnd().plusDays(20));
    var title = words.through(shares);
    var strip =
        Strip.shares(title, span, marks)
            .onChoice(
                index ->
                    visit
                        .here()
                        .with("cycle", marks.get(index).cycle())
                        .open(UI.getCurrentOrThrow()));
    var picture =
        new Picture(title)
            .of(
                new Div(
                    strip, OutcomeMark.legend(Outcome.MET, Outcome.NOT_MET, Outcome.NOT_ASSESSED)),
                table);
    picture.csv("shares-" + filter.practice() + ".csv", table).link("shares");
    add(picture);
  }

  private Component list(
      Visit visit,
      OrganisationFilter filter,
      Choices choices,
      Counts counts,
      OrganisationWords words) {
    if (counts.listed() == 0) {
      return empty(visit, filter, words);
    }
    var with = OrganisationListQueries.parameters(visit.asAt(), filter);
    var all = new HashMap<String, Object>(with);
    all.putAll(Map.of("first", 0, "rows", ALL_ROWS));
    var picture =
        new Picture(words.listed())
            .of(new OrganisationGrid(snapshots, visit, filter, choices, counts));
    picture
        .csv(CsvFile.of(snapshots, visit, OrganisationListQueries.LIST, all, "organisations"))
        .link("list");
    return picture;
  }

  private static Div empty(Visit visit, OrganisationFilter filter, OrganisationWords words) {
    var clear = new Anchor(filter.cleared(visit).href(), "Clear all filters");
    var advice = new Paragraph(words.advice());
    return nothing(words.nothing(), advice, clear);
  }
}

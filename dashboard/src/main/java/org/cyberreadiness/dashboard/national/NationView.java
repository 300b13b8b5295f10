package org.cyberreadiness.dashboard.national;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Style;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cyberreadiness.dashboard.national.NationQueries.Moved;
import org.cyberreadiness.dashboard.national.NationQueries.OrganisationKind;
import org.cyberreadiness.dashboard.national.NationQueries.PracticeStanding;
import org.cyberreadiness.dashboard.national.NationQueries.RegionStanding;
import org.cyberreadiness.dashboard.national.NationQueries.RepeatedlyFailing;
import org.cyberreadiness.dashboard.national.NationQueries.SourceFreshness;
import org.cyberreadiness.dashboard.national.NationQueries.UnsupportedDevices;
import org.cyberreadiness.dashboard.shell.Address;
import org.cyberreadiness.dashboard.shell.CsvFile;
import org.cyberreadiness.dashboard.shell.FigureTable;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.shell.Page;
import org.cyberreadiness.dashboard.shell.Picture;
import org.cyberreadiness.dashboard.shell.Visit;
import org.cyberreadiness.dashboard.snapshot.Snapshots;

/** Where do we stand? England now, movement since last edition, who fails again and again. */
@Route("")
@Menu(title = "Nation", order = 10)
@PermitAll
class NationView extends Page {

  private static final long serialVersionUID = 1;
  private static final String TOOLKIT = "toolkit";
  private static final String SUPPORTED_SYSTEMS = "supported-systems";
  private static final String AGENT_COVERAGE = "agent-coverage";

  private final transient Snapshots snapshots;

  NationView(Snapshots snapshots) {
    super(snapshots, "Nation");
    this.snapshots = snapshots;
  }

  @Override
  protected void show(Visit visit) {
    List<OrganisationKind> kinds = NationQueries.kinds(visit);
    Group group = Group.asked(visit.parameter("type").orElse(Group.USUAL), kinds);
    NationQueries queries = new NationQueries(visit, group);
    List<PracticeStanding> standing = queries.standing();
    Optional<PracticeStanding> toolkit = NationQueries.of(standing, TOOLKIT);
    heading(finding(toolkit, group));
    context(howToRead(), contextParts(toolkit, group, visit));
    add(kindChoice(kinds, group, visit));
    if (standing.isEmpty()) {
      add(
          nothing(
              "No cycle of any practice had ended by this day, so there is no judgement yet. Choose a later day above."));
      return;
    }
    add(keyFigures(queries, standing, group, visit));
    add(practices(standing, group, visit));
    Div columns = new Div();
    columns.addClassName("columns");
    Div left = new Div();
    toolkit.ifPresent(t -> left.add(regions(queries, t, group, visit)));
    left.add(moved(queries, visit));
    columns.add(left, freshness(queries, visit));
    add(columns);
  }

  private static String finding(Optional<PracticeStanding> toolkit, Group group) {
    if (toolkit.isEmpty()) {
      return "No edition of the toolkit had ended by this day for these %s".formatted(group.many());
    }
    PracticeStanding now = toolkit.get();
    String below =
        "%s of %s are below the standard"
            .formatted(
                Figures.count(now.notMet()),
                Figures.count(now.assessed(), group.one(), group.many()));
    Long before = now.earlierNotMet();
    return before == null
        ? below
        : below + ", " + Movement.words(now.notMet(), before) + " last edition";
  }

  private static String[] contextParts(
      Optional<PracticeStanding> toolkit, Group group, Visit visit) {
    List<String> parts = new ArrayList<>();
    toolkit.ifPresent(
        t -> {
          parts.add("Toolkit edition " + t.cycle());
          parts.add("%s open on %s".formatted(group.many(), Figures.date(t.cycleEnd())));
          if (t.notAssessed() > 0) {
            parts.add(Figures.count(t.notAssessed()) + " more not assessed");
          }
        });
    if (visit.isNewest()) {
      parts.add("as known on " + Figures.date(visit.asAt()));
    }
    return parts.toArray(String[]::new);
  }

  private static List<String> howToRead() {
    return List.of(
        "Below the standard means: did not publish this edition of the Data Security and Protection Toolkit (DSPT) at Standards Met or better. The deadline has passed; before a deadline nobody is judged.",
        "A share counts only organisations that could be assessed. Who could not be is counted apart, with the reason on their page: not assessed is never taken as met.",
        "Editions are compared with the edition before, months with the same month a year earlier, among the organisations open at that time.",
        "Each number leads to the organisations behind it, and each of them to the file and line it came from.");
  }

  private static Nav kindChoice(List<OrganisationKind> kinds, Group group, Visit visit) {
    UnorderedList list = new UnorderedList();
    for (OrganisationKind kind : kinds) {
      list.add(choice(kind.many(), kind.type(), kind.type().equals(group.type()), visit));
    }
    list.add(choice("all organisations", Group.ALL, group.type() == null, visit));
    Nav nav = new Nav(list);
    nav.addClassName("kinds");
    nav.getElement().setAttribute("aria-label", "Kind of organisation");
    return nav;
  }

  private static ListItem choice(String words, String type, boolean isChosen, Visit visit) {
    Address address = visit.here().with("type", type.equals(Group.USUAL) ? null : type);
    Anchor link = new Anchor(address.href(), capital(words));
    if (isChosen) {
      link.getElement().setAttribute("aria-current", "true");
    }
    return new ListItem(link);
  }

  private static Div keyFigures(
      NationQueries queries, List<PracticeStanding> standing, Group group, Visit visit) {
    Div figures = new Div();
    figures.addClassName("key-figures");
    NationQueries.of(standing, TOOLKIT)
        .ifPresent(t -> figures.add(notMet("Below the toolkit standard", t, group, visit)));
    figures.add(repeatedly(queries.repeatedly(), group, visit));
    Optional<PracticeStanding> systems = NationQueries.of(standing, SUPPORTED_SYSTEMS);
    systems
        .flatMap(s -> unsupported(queries.unsupported(), s, group, visit))
        .ifPresent(figures::add);
    NationQueries.of(standing, AGENT_COVERAGE)
        .ifPresent(
            a -> figures.add(notMet("Too few devices with a security agent", a, group, visit)));
    return figures;
  }

  private static KeyFigure notMet(
      String name, PracticeStanding standing, Group group, Visit visit) {
    KeyFigure figure =
        new KeyFigure(name, Figures.count(standing.notMet()), failing(standing, group, visit))
            .of(
                "of %s assessed, %s"
                    .formatted(
                        Figures.count(standing.assessed(), group.one(), group.many()),
                        Figures.cycle(standing.cycle())));
    Long before = standing.earlierNotMet();
    String earlier = standing.earlierCycle();
    return before == null || earlier == null
        ? figure
        : figure.moved(standing.notMet(), before, "in " + Figures.cycle(earlier));
  }

  private static KeyFigure repeatedly(RepeatedlyFailing repeated, Group group, Visit visit) {
    return new KeyFigure(
            "Failing again and again",
            Figures.count(repeated.organisations()),
            visit.to("repeat").with("type", group.type()))
        .of(
            "of %s; %s in all"
                .formatted(
                    Figures.count(repeated.population(), group.one(), group.many()),
                    Figures.count(repeated.failures(), "repeated failure", "repeated failures")));
  }

  private static Optional<KeyFigure> unsupported(
      List<UnsupportedDevices> months, PracticeStanding standing, Group group, Visit visit) {
    Optional<UnsupportedDevices> newest =
        months.stream().filter(UnsupportedDevices::isNewest).findFirst();
    Optional<UnsupportedDevices> before = months.stream().filter(m -> !m.isNewest()).findFirst();
    return newest.map(
        now -> {
          KeyFigure figure =
              new KeyFigure(
                      "Unsupported devices",
                      Figures.count(now.unsupported()),
                      failing(standing, group, visit))
                  .of(
                      "of %s in use at %s, %s"
                          .formatted(
                              Figures.count(now.judged()),
                              Figures.count(now.organisations(), group.one(), group.many()),
                              Figures.cycle(standing.cycle())));
          return before
              .map(b -> figure.moved(now.unsupported(), b.unsupported(), "a year ago"))
              .orElse(figure);
        });
  }

  private static Address failing(PracticeStanding standing, Group group, Visit visit) {
    return visit
        .to("organisations")
        .with("practice", standing.practice())
        .with("outcome", "not_met")
        .with("type", group.type())
        .with("cycle", standing.cycle());
  }

  private Component practices(List<PracticeStanding> standing, Group group, Visit visit) {
    Dumbbells dumbbells = new Dumbbells();
    standing.forEach(practice -> dumbbells.show(practice, failing(practice, group, visit)));
    Picture picture =
        new Picture(practicesFinding(standing, group))
            .of(dumbbells, practicesTable(standing))
            .csv(
                CsvFile.of(
                    snapshots,
                    visit,
                    NationQueries.STANDING,
                    group.markers(),
                    "practices " + group.many()))
            .link("practices")
            .note(
                "Share of assessed %s that met the practice, least first. Bar: blue where more meet it than a year ago, orange where fewer do."
                    .formatted(group.many()));
    Div section = new Div(picture);
    section.addClassName("section");
    return section;
  }

  private static String practicesFinding(List<PracticeStanding> standing, Group group) {
    List<PracticeStanding> comparable =
        standing.stream().filter(s -> s.assessed() >= Figures.FEWEST_TO_COMPARE).toList();
    if (comparable.isEmpty()) {
      return "Too few %s were assessed to compare practices".formatted(group.many());
    }
    PracticeStanding widest = comparable.getFirst();
    long improved =
        comparable.stream()
            .filter(s -> s.earlierShareMet() != null && s.shareMet() > s.earlierShareMet())
            .count();
    String how =
        improved == comparable.size()
            ? "Every practice is"
            : improved == 0
                ? "No practice is"
                : capital(Figures.inWords(improved))
                    + " of "
                    + Figures.inWords(comparable.size())
                    + " are";
    return "Furthest behind is “%s”: %s %s meet it. %s met by a larger share than a year ago."
        .formatted(
            widest.title(), Figures.share(widest.met(), widest.assessed()), group.many(), how);
  }

  private static FigureTable practicesTable(List<PracticeStanding> standing) {
    FigureTable table =
        new FigureTable(
            "Practices by the share of assessed organisations that met them",
            FigureTable.Column.text("Practice", "title"),
            FigureTable.Column.text("Cycle", "cycle"),
            FigureTable.Column.number("Met", "met"),
            FigureTable.Column.number("Not met", "not_met"),
            FigureTable.Column.number("Not assessed", "not_assessed"),
            FigureTable.Column.number("Share met, 95 % interval", "share_met"),
            FigureTable.Column.number("A year ago", "earlier_share_met"));
    for (PracticeStanding s : standing) {
      boolean few = s.assessed() < Figures.FEWEST_TO_COMPARE;
      Double before = s.earlierShareMet();
      Long assessedBefore = s.earlierAssessed();
      table.row(
          s.title(),
          Figures.shortCycle(s.cycle()),
          Figures.count(s.met()),
          Figures.count(s.notMet()),
          Figures.count(s.notAssessed()),
          few
              ? "too few to compare"
              : "%s (%s)"
                  .formatted(Figures.percent(s.shareMet()), Figures.interval(s.lower(), s.upper())),
          before == null || assessedBefore == null
              ? Figures.DASH + " no figure"
              : assessedBefore < Figures.FEWEST_TO_COMPARE
                  ? "too few to compare"
                  : Figures.percent(before));
    }
    return table;
  }

  private Component regions(
      NationQueries queries, PracticeStanding toolkit, Group group, Visit visit) {
    List<RegionStanding> regions = queries.regions(toolkit.cycle());
    if (regions.isEmpty()) {
      return new Div();
    }
    RegionStanding most = regions.getFirst();
    String finding =
        most.assessed() < Figures.FEWEST_TO_COMPARE
            ? "Below the standard by region: too few %s to compare".formatted(group.many())
            : "%s has the largest share below the standard: %s %s"
                .formatted(
                    most.name(), Figures.share(most.notMet(), most.assessed()), group.many());
    FigureTable table =
        new FigureTable(
            "Toolkit edition %s by region".formatted(toolkit.cycle()),
            FigureTable.Column.text("Region", "region"),
            FigureTable.Column.number("Not met", "not_met"),
            FigureTable.Column.number("Met", "met"),
            FigureTable.Column.number("Not assessed", "not_assessed"));
    Div bars = new Div();
    bars.addClassName("bars");
    double longest = Math.max(0.25, Objects.requireNonNullElse(most.shareNotMet(), 0.0));
    for (RegionStanding region : regions) {
      bars.add(
          regionBar(region, longest, failing(toolkit, group, visit).with("region", region.code())));
      table.row(
          region.name(),
          Figures.count(region.notMet()),
          Figures.count(region.met()),
          Figures.count(region.notAssessed()));
    }
    Picture picture =
        new Picture(finding)
            .of(bars, table)
            .csv(
                CsvFile.of(
                    snapshots,
                    visit,
                    NationQueries.REGIONS,
                    queries.regionMarkers(toolkit.cycle()),
                    "toolkit by region " + group.many()))
            .note(
                "Share of assessed %s below the standard, edition %s. A bar leads to its list."
                    .formatted(group.many(), toolkit.cycle()));
    Div section = new Div(picture);
    section.addClassName("section");
    return section;
  }

  private static Anchor regionBar(RegionStanding region, double longest, Address behind) {
    Span name = new Span(region.name());
    name.addClassName("name");
    Span fill = new Span();
    fill.addClassName("fill");
    double share = Objects.requireNonNullElse(region.shareNotMet(), 0.0);
    fill.getStyle().setWidth(String.format(Locale.ROOT, "%.1f%%", 100 * share / longest));
    Span track = new Span();
    if (region.assessed() >= Figures.FEWEST_TO_COMPARE) {
      track.add(fill);
    }
    track.addClassName("track");
    Span value = new Span(Figures.share(region.notMet(), region.assessed()));
    value.addClassName("value");
    return new Anchor(behind.href(), name, track, value);
  }

  private static Component moved(NationQueries queries, Visit visit) {
    List<Moved> moves = queries.moved();
    if (moves.isEmpty()) {
      return new Div();
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("moves");
    for (Moved move : moves) {
      ListItem item = new ListItem();
      String name = move.name();
      if (move.odsCode() != null && name != null) {
        item.add(
            new Anchor(visit.to("organisations/" + move.odsCode()).href(), name), new Span(" "));
      }
      item.add(new Span(move.detail()));
      list.add(item);
    }
    long all = moves.getFirst().changes();
    Div section =
        section(capital(Figures.inWords(all, "thing", "things")) + " moved last night", list);
    if (all > moves.size()) {
      Paragraph more =
          new Paragraph(
              "%s more are in the file, table change."
                  .formatted(Figures.count(all - moves.size())));
      more.addClassName("quiet");
      section.add(more);
    }
    return section;
  }

  private Component freshness(NationQueries queries, Visit visit) {
    List<SourceFreshness> sources = queries.freshness();
    if (sources.isEmpty()) {
      return new Div();
    }
    long late = sources.stream().filter(SourceFreshness::isOverdue).count();
    FigureTable table =
        new FigureTable(
            "Newest day each source speaks of, on %s"
                .formatted(Figures.date(visit.snapshot().night())),
            FigureTable.Column.text("Source", "source"),
            FigureTable.Column.text("As at", "as_at"),
            FigureTable.Column.text("Due", "due"));
    for (SourceFreshness source : sources) {
      table.row(
          List.of(source.title(), String.valueOf(source.asAt()), dueWords(source)),
          new Span(source.title()),
          unbroken(Figures.shortDate(source.asAt())),
          due(source));
    }
    String title =
        late == 0
            ? "All sources are as fresh as they should be"
            : "%s late".formatted(Figures.inWords(late, "source is", "sources are"));
    Div section =
        new Div(
            new Picture(capital(title))
                .of(table)
                .csv(CsvFile.of(snapshots, visit, NationQueries.FRESHNESS, Map.of(), "sources")));
    section.addClassName("section");
    return section;
  }

  private static Span due(SourceFreshness source) {
    Span due = new Span(dueWords(source));
    if (source.isOverdue()) {
      due.addClassName("late");
    }
    return due;
  }

  private static String dueWords(SourceFreshness source) {
    Integer cadence = source.cadenceDays();
    Long old = source.daysOld();
    if (cadence == null) {
      return "when something changes";
    }
    if (old == null) {
      return "never received";
    }
    return source.isOverdue()
        ? "%s late".formatted(Figures.count(old - cadence, "day", "days"))
        : "in " + Figures.count(cadence - old, "day", "days");
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }

  /** A date stays on one line. */
  private static Span unbroken(String text) {
    Span span = new Span(text);
    span.getStyle().setWhiteSpace(Style.WhiteSpace.NOWRAP);
    return span;
  }
}

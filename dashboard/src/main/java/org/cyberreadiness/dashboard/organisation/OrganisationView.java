package org.cyberreadiness.dashboard.organisation;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cyberreadiness.dashboard.organisation.OrganisationQueries.Link;
import org.cyberreadiness.dashboard.organisation.OrganisationQueries.Organisation;
import org.cyberreadiness.dashboard.organisation.OrganisationQueries.Standing;
import org.cyberreadiness.dashboard.shell.CsvFile;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.shell.OutcomeMark;
import org.cyberreadiness.dashboard.shell.Page;
import org.cyberreadiness.dashboard.shell.Picture;
import org.cyberreadiness.dashboard.shell.Visit;
import org.cyberreadiness.dashboard.shell.choice.Choices;
import org.cyberreadiness.dashboard.shell.strip.Cycle;
import org.cyberreadiness.dashboard.shell.strip.Strip;
import org.cyberreadiness.dashboard.shell.strip.Strips;
import org.cyberreadiness.dashboard.snapshot.SnapshotLease;
import org.cyberreadiness.dashboard.snapshot.Snapshots;
import org.jspecify.annotations.Nullable;

/**
 * One organisation in full: every practice through time, and the file and line behind each figure.
 */
@Route("organisations/:ods")
@PermitAll
@StyleSheet("context://charts/lists.css")
class OrganisationView extends Page {

  private static final long serialVersionUID = 1;

  private final transient Snapshots snapshots;

  OrganisationView(Snapshots snapshots) {
    super(snapshots, "Organisation");
    this.snapshots = snapshots;
  }

  @Override
  protected void show(Visit visit) {
    String code = visit.pathParameter("ods").toUpperCase(Locale.ROOT);
    var found = OrganisationQueries.organisation(visit, code);
    if (found.isEmpty()) {
      unknown(visit, code);
      return;
    }
    var organisation = found.get();
    var lineage = OrganisationQueries.lineage(visit, code);
    var standing = OrganisationQueries.standing(visit, code);
    var judgement =
        !organisation.inScope() && standing.stream().noneMatch(Standing::isAssessed)
            ? Judgement.ofLeftOut(organisation)
            : Judgement.of(organisation.name(), standing, inherited -> nameOf(inherited, lineage));
    heading(judgement.finding());
    context(howToRead(), identity(organisation, lineage).toArray(String[]::new));
    successors(visit, organisation, lineage);
    if (!judgement.details().isEmpty()) {
      var sentence = new Paragraph(judgement.details());
      sentence.addClassName("judgement");
      add(sentence);
    }
    if (!standing.isEmpty()) {
      add(strips(visit, organisation, standing));
    }
    tabs(visit, organisation, standing, lineage);
  }

  private void unknown(Visit visit, String code) {
    heading("No organisation has the code " + code);
    context(List.of(), "as known on " + Figures.date(visit.asAt()));
    var similar = OrganisationQueries.similar(visit, code);
    var links = new Div();
    links.addClassName("similar");
    for (var other : similar) {
      links.add(
          new Paragraph(
              new Anchor(visit.to("organisations/" + other.odsCode()).href(), other.name()),
              new Span(" " + other.odsCode() + ", " + other.typeLabel())));
    }
    add(
        nothing(
            similar.isEmpty()
                ? "Neither the lists of organisations (ODS) nor a toolkit return names it. A new code shows itself the"
                    + " night after its list is published."
                : "Perhaps one of these was meant:",
            links,
            new Anchor(
                visit.to("organisations").with("q", code).href(), "Search all organisations")));
  }

  private static List<String> howToRead() {
    return List.of(
        "Each row is a practice, each square one of its cycles at the day it ended, on one time axis. Full is met, with a"
            + " notch is not met, hatched is not assessed, an outline with a dash is not applicable; a turned corner is"
            + " met after the deadline, a dotted frame is inherited from a predecessor, a dotted line marks a break"
            + " between series that cannot be compared.",
        "Repeatedly failing is what the policy says: at least so many of the newest assessed cycles failed, the newest"
            + " among them. A cycle not assessed neither adds to a streak nor ends it.",
        "Choose a square to see the file and line its outcome came from.");
  }

  private static List<String> identity(Organisation organisation, List<Link> lineage) {
    var parts = new ArrayList<String>();
    parts.add(organisation.odsCode());
    parts.add(organisation.typeLabel());
    var region = organisation.region();
    parts.add(region == null ? "region unknown" : region);
    var board = organisation.icb();
    if (board != null && !board.equals(organisation.name())) {
      parts.add(board);
    }
    var former =
        lineage.stream()
            .filter(link -> link.isEarlier() && link.successor().equals(organisation.odsCode()))
            .map(link -> named(link.predecessorName(), link.predecessor()))
            .toList();
    if (!former.isEmpty()) {
      parts.add("took over from " + String.join(" and ", former));
    }
    return parts;
  }

  /** A closed or otherwise left out organisation says so, and leads on. */
  private void successors(Visit visit, Organisation organisation, List<Link> lineage) {
    var closed = organisation.closedOn();
    var meaning = organisation.scopeMeaning();
    if (organisation.inScope()) {
      return;
    }
    var notice = new Paragraph();
    notice.addClassName("judgement");
    notice.setText(
        closed != null && organisation.scope().equals("closed")
            ? "Closed on "
                + Figures.date(closed)
                + "; it counts in the cycles in which it was open. "
            : "It does not count in the figures of England: "
                + (meaning == null ? organisation.scope() : meaning)
                + " ");
    for (Link link : lineage) {
      if (!link.isEarlier() && link.predecessor().equals(organisation.odsCode())) {
        notice.add(new Span("Continued by "));
        notice.add(
            new Anchor(
                visit.to("organisations/" + link.successor()).href(),
                named(link.successorName(), link.successor())));
        notice.add(new Span(" since " + Figures.date(link.effectiveOn()) + ". "));
      }
    }
    add(notice);
  }

  private Picture strips(Visit visit, Organisation organisation, List<Standing> standing) {
    Map<Standing, List<Cycle>> rows = new LinkedHashMap<>();
    try (SnapshotLease lease = snapshots.lease(visit.snapshot().id())) {
      var choices = Choices.in(lease, visit.asAt());
      for (Standing row : standing) {
        var strip =
            Strips.of(
                lease,
                visit.asAt(),
                row.practice(),
                choices.cyclesOf(row.practice()),
                List.of(organisation.odsCode()));
        rows.put(row, strip.getOrDefault(organisation.odsCode(), List.of()));
      }
    }
    LocalDate from =
        rows.values().stream()
            .flatMap(List::stream)
            .map(Cycle::end)
            .min(Comparator.naturalOrder())
            .orElse(visit.asAt().minusYears(1))
            .minusMonths(6);
    var span = new Strip.Span(from, visit.asAt());
    var grid = new Div(gap(), Strip.axis(span), gap());
    grid.addClassName("strips");
    rows.forEach((row, cycles) -> addStrip(grid, visit, row, cycles, span));
    var picture =
        new Picture(
                "Every practice through time, "
                    + span.from().getYear()
                    + " to "
                    + span.to().getYear())
            .of(grid);
    picture.note(OutcomeMark.legend());
    return picture
        .csv(
            CsvFile.of(
                snapshots,
                visit,
                OrganisationQueries.OUTCOMES,
                Map.of("code", organisation.odsCode(), "practice", ""),
                "outcomes-" + organisation.odsCode()))
        .link("strip");
  }

  private static Span gap() {
    var gap = new Span();
    gap.addClassName("axis-gap");
    return gap;
  }

  private static void addStrip(
      Div grid, Visit visit, Standing row, List<Cycle> cycles, Strip.Span span) {
    var name =
        new Anchor(
            visit.here().with("tab", "why").with("practice", row.practice()).href(), row.title());
    name.addClassName("strip-name");
    name.setTitle(row.question());
    var words = new Span(standingInWords(row, cycles));
    words.addClassName("strip-words");
    var strip =
        Strip.wide(row.title(), span, cycles)
            .onChoice(
                index ->
                    visit
                        .here()
                        .with("tab", "why")
                        .with("practice", row.practice())
                        .with("cycle", cycles.get(index).cycle())
                        .open(UI.getCurrentOrThrow()));
    grid.add(name, strip, words);
  }

  private static String standingInWords(Standing row, List<Cycle> cycles) {
    var assessed = row.cyclesAssessed();
    var failed = row.cyclesFailed();
    if (assessed == null || failed == null) {
      return cycles.isEmpty() ? "never assessed" : Strip.inWords(cycles);
    }
    String counts = "failed " + failed + " of " + Figures.count(assessed, row.one(), row.many());
    return row.streak() > 1
        ? counts + ", the last " + Figures.inWords(row.streak()) + " in a row"
        : counts + (row.fails() ? ", the newest among them" : "");
  }

  private void tabs(
      Visit visit, Organisation organisation, List<Standing> standing, List<Link> lineage) {
    var evidence = new OrganisationTabs(snapshots, visit, organisation, standing, lineage);
    String chosen = visit.parameter("tab").orElse("why");
    var names = OrganisationTabs.NAMES;
    String key = names.containsKey(chosen) ? chosen : "why";
    var list = new UnorderedList();
    names.forEach(
        (name, words) -> {
          var link = new Anchor(visit.here().with("tab", name).without("cycle").href(), words);
          if (name.equals(key)) {
            link.getElement().setAttribute("aria-current", "true");
          }
          list.add(new ListItem(link));
        });
    var choices = new Nav(list);
    choices.addClassName("kinds");
    choices.getElement().setAttribute("aria-label", "What stands behind the picture");
    var content = new Div(evidence.content(key));
    content.addClassName("tab-content");
    add(choices, content);
  }

  private static String nameOf(String code, List<Link> lineage) {
    return lineage.stream()
        .filter(link -> link.predecessor().equals(code))
        .findFirst()
        .map(link -> named(link.predecessorName(), code))
        .orElse(code);
  }

  static String named(@Nullable String name, String code) {
    return name == null ? code : name + " (" + code + ")";
  }
}

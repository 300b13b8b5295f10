package org.cyberreadiness.dashboard.organisation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cyberreadiness.dashboard.organisation.OrganisationQueries.Evidence;
import org.cyberreadiness.dashboard.organisation.OrganisationQueries.Finding;
import org.cyberreadiness.dashboard.organisation.OrganisationQueries.Link;
import org.cyberreadiness.dashboard.organisation.OrganisationQueries.Organisation;
import org.cyberreadiness.dashboard.organisation.OrganisationQueries.Product;
import org.cyberreadiness.dashboard.organisation.OrganisationQueries.Return;
import org.cyberreadiness.dashboard.organisation.OrganisationQueries.Standing;
import org.cyberreadiness.dashboard.shell.CsvFile;
import org.cyberreadiness.dashboard.shell.FigureTable;
import org.cyberreadiness.dashboard.shell.FigureTable.Column;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.shell.Outcome;
import org.cyberreadiness.dashboard.shell.OutcomeMark;
import org.cyberreadiness.dashboard.shell.Picture;
import org.cyberreadiness.dashboard.shell.Visit;
import org.cyberreadiness.dashboard.snapshot.Snapshots;
import org.cyberreadiness.dashboard.snapshot.Sql;
import org.jspecify.annotations.Nullable;

/** What stands behind the picture of an organisation, a tab each. */
final class OrganisationTabs {

  /** Names of the tabs in the address, and what people read; in order. */
  static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("why", "Why");
    NAMES.put("estate", "Estate");
    NAMES.put("inspections", "Inspections");
    NAMES.put("peers", "Peers");
    NAMES.put("returns", "Returns");
    NAMES.put("history", "History");
  }

  private final Snapshots snapshots;
  private final Visit visit;
  private final Organisation organisation;
  private final List<Standing> standing;
  private final List<Link> lineage;

  OrganisationTabs(
      Snapshots snapshots,
      Visit visit,
      Organisation organisation,
      List<Standing> standing,
      List<Link> lineage) {
    this.snapshots = snapshots;
    this.visit = visit;
    this.organisation = organisation;
    this.standing = standing;
    this.lineage = lineage;
  }

  Component[] content(String tab) {
    return switch (tab) {
      case "estate" -> estate();
      case "inspections" -> inspections();
      case "peers" -> peers();
      case "returns" -> returns();
      case "history" -> history();
      default -> why();
    };
  }

  /** Every outcome with its value in words, its day, and the file and line it came from. */
  private Component[] why() {
    String practice = visit.parameter("practice").filter(this::isKnown).orElse("");
    String chosen = visit.parameter("cycle").orElse("");
    var evidence = OrganisationQueries.evidence(visit, organisation.odsCode(), practice);
    var content = new ArrayList<Component>();
    content.add(practices(practice));
    if (evidence.isEmpty()) {
      content.add(
          new Paragraph(
              "Nothing has been received about it by "
                  + Figures.date(visit.asAt())
                  + ", so nothing can be said: not assessed."));
      return content.toArray(Component[]::new);
    }
    if (practice.isEmpty()) {
      evidence = newestOfEach(evidence);
    }
    var table =
        new FigureTable(
            practice.isEmpty()
                ? "The newest cycle of each practice; choose a practice to see all its cycles"
                : caption(evidence.getFirst()),
            Column.text("Practice and cycle", "cycle"),
            Column.text("Outcome", "outcome"),
            Column.text("Why", "why"),
            Column.text("Known from", "known_from"),
            Column.text("File and line", "file"));
    for (Evidence row : evidence) {
      var name =
          new Span(
              (practice.isEmpty() ? row.title() + ", " : "") + Figures.shortCycle(row.cycle()));
      if (!practice.isEmpty() && row.cycle().equals(chosen)) {
        name.getElement().getClassList().add("is-chosen");
        name.setId("chosen");
        name.getElement()
            .executeJs(
                "this.closest('tr').classList.add('is-chosen'); this.scrollIntoView({block: 'center'})");
      }
      table.row(
          List.of(
              row.title(),
              row.outcome().word(),
              whyInWords(row),
              Figures.shortDate(row.knownFrom()),
              ""),
          name,
          new OutcomeMark(row.outcome(), row.outcome().word() + (row.isLate() ? ", late" : "")),
          new Text(whyInWords(row)),
          new Text(Figures.shortDate(row.knownFrom())),
          fileAndLine(row.fileSource(), row.fileName(), row.line()));
    }
    content.add(
        new Picture(
                practice.isEmpty()
                    ? "What each newest outcome rests on"
                    : "What every outcome rests on: " + evidence.getFirst().title())
            .of(scroll(table))
            .csv(csv(OrganisationQueries.OUTCOMES, Map.of("practice", practice), "outcomes"))
            .link("why"));
    return content.toArray(Component[]::new);
  }

  private boolean isKnown(String practice) {
    return standing.stream().anyMatch(row -> row.practice().equals(practice));
  }

  private Div practices(String chosen) {
    var line = new Div();
    line.addClassName("scopes");
    line.add(practiceLink("All practices, newest cycle", "", chosen));
    standing.forEach(row -> line.add(practiceLink(row.title(), row.practice(), chosen)));
    return line;
  }

  private Anchor practiceLink(String words, String practice, String chosen) {
    var link =
        new Anchor(
            visit.here().with("tab", "why").with("practice", practice).without("cycle").href(),
            words);
    if (practice.equals(chosen)) {
      link.getElement().setAttribute("aria-current", "true");
    }
    return link;
  }

  private static List<Evidence> newestOfEach(List<Evidence> evidence) {
    var newest = new LinkedHashMap<String, Evidence>();
    evidence.forEach(row -> newest.putIfAbsent(row.practice(), row));
    return List.copyOf(newest.values());
  }

  private static String caption(Evidence row) {
    return row.value() == null && row.numerator() == null
        ? "All cycles, newest first"
        : "All cycles, newest first. Above the line: "
            + row.numeratorWords()
            + ". Below it: "
            + row.denominatorWords()
            + ".";
  }

  private static String whyInWords(Evidence row) {
    var words = new ArrayList<String>();
    var numerator = row.numerator();
    var denominator = row.denominator();
    var value = row.value();
    if (numerator != null && denominator != null && value != null) {
      words.add(
          Figures.number(numerator)
              + " of "
              + Figures.number(denominator)
              + " ("
              + Figures.percent(value)
              + ")");
      var threshold = row.threshold();
      if (threshold != null) {
        words.add(
            (row.good().equals("low") ? "met at " : "met from ")
                + Figures.percent(threshold)
                + (row.good().equals("low") ? " or less" : " on"));
      }
    }
    var reason = row.reason();
    if (reason != null) {
      words.add(reason);
    }
    return words.isEmpty() ? Figures.DASH : String.join("; ", words);
  }

  /** By support state through time, and the products of the newest inventory. */
  private Component[] estate() {
    var inventories = OrganisationQueries.inventories(visit, organisation.odsCode());
    if (inventories.isEmpty()) {
      return new Component[] {
        new Paragraph(
            "No inventory has been received, so its devices are unknown: not the same as none.")
      };
    }
    var newest = inventories.getLast();
    var products = OrganisationQueries.products(visit, organisation.odsCode());
    var table =
        new FigureTable(
            "Devices of the inventory of " + Figures.date(newest.night()) + ", unsupported first",
            Column.text("Product", "product"),
            Column.text("Support", "support"),
            Column.text("Vendor support until", "support_ends_on"),
            Column.number("Devices", "devices"),
            Column.number("Seen within 30 days", "active_devices"));
    for (Product product : products) {
      var label = product.supportLabel();
      table.row(
          (product.product() + " " + product.release() + " " + product.edition()).strip(),
          label == null ? product.support() : label,
          product.supportEndsOn() == null
              ? "not stated"
              : Figures.shortDate(product.supportEndsOn()),
          Figures.count(product.devices()),
          Figures.count(product.activeDevices()));
    }
    var file =
        new Paragraph(
            new Text("From "), fileAndLine(newest.fileSource(), newest.fileName(), newest.line()));
    return new Component[] {
      EstateChart.of(inventories),
      new Picture(
              Figures.count(newest.activeDevices(), "active device", "active devices")
                  + " by product")
          .of(scroll(table))
          .note(file)
          .csv(csv(OrganisationQueries.PRODUCTS, Map.of(), "estate"))
          .link("products")
    };
  }

  /** What inspections found. */
  private Component[] inspections() {
    var findings = OrganisationQueries.findings(visit, organisation.odsCode());
    if (findings.isEmpty()) {
      return new Component[] {
        new Paragraph(
            "It has not been inspected, or no findings were published by "
                + Figures.date(visit.asAt())
                + ".")
      };
    }
    var visits =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    Finding::inspectionId, LinkedHashMap::new, Collectors.toList()));
    var content = new ArrayList<Component>();
    visits.forEach((id, found) -> content.add(inspection(id, found)));
    return content.toArray(Component[]::new);
  }

  private Picture inspection(String id, List<Finding> found) {
    var first = found.getFirst();
    long tested = found.stream().filter(row -> !row.finding().equals("not_tested")).count();
    long failed = found.stream().filter(row -> row.finding().equals("not_met")).count();
    var table =
        new FigureTable(
            sentence(first.kind()) + " inspection, " + chosenBy(first.selection()) + ", " + id,
            Column.text("What was tested", "practice"),
            Column.text("Finding", "finding"),
            Column.text("Severity", "severity"),
            Column.text("File and line", "file"));
    for (Finding row : found) {
      var severity = row.severity();
      table.row(
          List.of(row.practice(), row.finding(), severity == null ? "" : severity, ""),
          new Text(row.practice()),
          findingMark(row.finding()),
          new Text(severity == null ? Figures.DASH : sentence(severity)),
          fileAndLine(row.fileSource(), row.fileName(), row.line()));
    }
    return new Picture(
            Figures.date(first.inspectedOn())
                + ": "
                + failed
                + " of "
                + tested
                + " practices tested were not met")
        .of(scroll(table))
        .csv(csv(OrganisationQueries.INSPECTIONS, Map.of(), "inspections"))
        .link("inspection-" + id.toLowerCase(Locale.ROOT));
  }

  private static OutcomeMark findingMark(String finding) {
    return switch (finding) {
      case "met" -> new OutcomeMark(Outcome.MET);
      case "not_met" -> new OutcomeMark(Outcome.NOT_MET);
      default -> new OutcomeMark(Outcome.NOT_ASSESSED, "Not tested");
    };
  }

  private static String chosenBy(String selection) {
    return switch (selection) {
      case "targeted" -> "chosen by targeting";
      case "random" -> "chosen at random";
      case "referral" -> "chosen by referral";
      default -> selection;
    };
  }

  /** Where it stands among its peers, practice by practice. */
  private Component[] peers() {
    var table =
        new FigureTable(
            "Peers: other organisations of the group ‘"
                + organisation.peerGroup()
                + "’ that count on this day, each at its newest assessed cycle",
            Column.text("Practice", "practice"),
            Column.text("This organisation", "outcome"),
            Column.text("Peers that met it", "peers_met"),
            Column.text("Peers failing repeatedly", "peers_repeated"));
    for (Standing row : standing) {
      var own = row.lastOutcome();
      var cycle = row.lastCycle();
      table.row(
          List.of(
              row.title(),
              own == null ? "never assessed" : own.word(),
              Figures.ofAll(row.peersMet(), row.peersAssessed()),
              Figures.ofAll(row.peersRepeated(), row.peersAssessed())),
          new Text(row.title()),
          own == null || cycle == null
              ? new OutcomeMark(Outcome.NOT_ASSESSED, "Never assessed")
              : new OutcomeMark(own, own.word() + ", " + when(row, cycle)),
          new Text(
              row.peersAssessed() == 0
                  ? "no peer was assessed"
                  : Figures.share(row.peersMet(), row.peersAssessed(), row.lower(), row.upper())),
          new Text(
              row.peersAssessed() == 0
                  ? Figures.DASH
                  : Figures.share(row.peersRepeated(), row.peersAssessed())));
    }
    return new Component[] {
      new Picture(peersFinding())
          .of(PeersChart.of(organisation, standing), table)
          .note(
              "Shares with a 95 % Wilson interval. Below ten peers only counts are given: too few to compare.")
          .csv(csv(OrganisationQueries.STANDING, Map.of(), "peers"))
          .link("peers")
    };
  }

  private static String when(Standing row, String cycle) {
    var end = row.lastCycleEnd();
    return row.cycleKind().equals("inspection") && end != null
        ? Figures.shortDate(end)
        : Figures.shortCycle(cycle);
  }

  private String peersFinding() {
    var behind =
        standing.stream()
            .filter(row -> row.fails() && 2 * row.peersMet() > row.peersAssessed())
            .map(Standing::title)
            .toList();
    if (behind.isEmpty()) {
      return standing.stream().anyMatch(Standing::fails)
          ? "Where it fails, most of its peers fail too"
          : "It fails no practice at its newest assessed cycle";
    }
    return "Most of its peers meet what it fails: " + String.join(", ", behind);
  }

  /** Every known version of its toolkit status. */
  private Component[] returns() {
    var returns = OrganisationQueries.returns(visit, organisation.odsCode());
    if (returns.isEmpty()) {
      return new Component[] {
        new Paragraph("No toolkit return or export names it by " + Figures.date(visit.asAt()) + ".")
      };
    }
    var table =
        new FigureTable(
            "Every version that an export gave, newest edition first",
            Column.text("Edition", "edition"),
            Column.text("Status", "outcome"),
            Column.text("Published on", "published_on"),
            Column.text("Known from", "known_from"),
            Column.text("Known to", "known_to"),
            Column.text("File and line", "file"));
    for (Return row : returns) {
      var label = row.outcomeLabel();
      var deadline = row.deadline();
      table.row(
          List.of(row.edition(), row.outcome(), "", "", "", ""),
          new Text(
              row.edition() + (deadline == null ? "" : ", due " + Figures.shortDate(deadline))),
          new Text(label == null ? row.outcome() : label),
          new Text(
              row.publishedOn() == null ? "not published" : Figures.shortDate(row.publishedOn())),
          new Text(Figures.shortDate(row.knownFrom())),
          new Text(row.knownTo() == null ? "still stands" : Figures.shortDate(row.knownTo())),
          fileAndLine(row.fileSource(), row.fileName(), row.line()));
    }
    long editions = returns.stream().map(Return::edition).distinct().count();
    return new Component[] {
      new Picture(
              Figures.count(returns.size(), "known version", "known versions")
                  + " of its status in "
                  + Figures.count(editions, "edition", "editions"))
          .of(scroll(table))
          .csv(csv(OrganisationQueries.RETURNS, Map.of(), "returns"))
          .link("returns")
    };
  }

  /** Where it came from, what came of it, and the row that says who it is. */
  private Component[] history() {
    var opened = organisation.openedOn();
    var closed = organisation.closedOn();
    var facts =
        new Paragraph(
            (opened == null ? "Opening date not given" : "Open since " + Figures.date(opened))
                + (closed == null ? "" : ", closed on " + Figures.date(closed))
                + ". "
                + (organisation.listedInOds()
                    ? "Listed in ODS: "
                    : "Not listed in ODS; named by a toolkit export: "));
    facts.add(fileAndLine(organisation.fileSource(), organisation.fileName(), organisation.line()));
    if (lineage.isEmpty()) {
      return new Component[] {
        new H2("No merger or split is known: all its cycles are its own"), facts
      };
    }
    var table =
        new FigureTable(
            "Links of its lineage, oldest first",
            Column.text("On", "effective_on"),
            Column.text("Predecessor", "predecessor"),
            Column.text("Successor", "successor"),
            Column.text("What happened", "reason"),
            Column.text("File and line", "file"));
    for (Link link : lineage) {
      table.row(
          List.of(
              link.effectiveOn().toString(),
              link.predecessor(),
              link.successor(),
              link.reason(),
              ""),
          new Text(Figures.shortDate(link.effectiveOn())),
          organisationLink(link.predecessor(), link.predecessorName()),
          organisationLink(link.successor(), link.successorName()),
          new Text(sentence(link.reason())),
          fileAndLine(link.fileSource(), link.fileName(), link.line()));
    }
    long before =
        lineage.stream().filter(Link::isEarlier).map(Link::predecessor).distinct().count();
    long after =
        lineage.stream().filter(link -> !link.isEarlier()).map(Link::successor).distinct().count();
    var words = new ArrayList<String>();
    if (before > 0) {
      words.add("continues " + Figures.inWords(before, "predecessor", "predecessors"));
    }
    if (after > 0) {
      words.add("is continued by " + Figures.inWords(after, "successor", "successors"));
    }
    return new Component[] {
      new Picture("It " + String.join(" and ", words))
          .of(scroll(table))
          .csv(csv(OrganisationQueries.LINEAGE, Map.of(), "lineage"))
          .link("lineage"),
      facts
    };
  }

  private Component organisationLink(String code, @Nullable String name) {
    return code.equals(organisation.odsCode())
        ? new Text(OrganisationView.named(name, code))
        : new Anchor(visit.to("organisations/" + code).href(), OrganisationView.named(name, code));
  }

  private DownloadHandler csv(Sql sql, Map<String, String> more, String what) {
    Map<String, Object> with = new LinkedHashMap<>(more);
    with.put("code", organisation.odsCode());
    return CsvFile.of(snapshots, visit, sql, with, what + "-" + organisation.odsCode());
  }

  private static Span fileAndLine(
      @Nullable String source, @Nullable String name, @Nullable Long line) {
    var words =
        name == null
            ? "no file: it follows from what was not received"
            : (source == null ? "" : source + "/")
                + name
                + (line == null ? "" : ", line " + Figures.count(line));
    var place = new Span(words);
    place.addClassName("file-line");
    return place;
  }

  private static Div scroll(FigureTable table) {
    var scroll = new Div(table);
    scroll.addClassName("figures-scroll");
    return scroll;
  }

  private static String sentence(String words) {
    return words.isEmpty()
        ? words
        : Character.toUpperCase(words.charAt(0)) + words.substring(1).replace('_', ' ');
  }
}

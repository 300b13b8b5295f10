package org.cyberreadiness.dashboard.organisation;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cyberreadiness.dashboard.organisation.OrganisationGrid.Row;
import org.cyberreadiness.dashboard.organisation.OrganisationListQueries.Counts;
import org.cyberreadiness.dashboard.organisation.OrganisationListQueries.Listed;
import org.cyberreadiness.dashboard.shell.Address;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.shell.Narrow;
import org.cyberreadiness.dashboard.shell.OutcomeMark;
import org.cyberreadiness.dashboard.shell.Visit;
import org.cyberreadiness.dashboard.shell.choice.Choices;
import org.cyberreadiness.dashboard.shell.choice.Choices.EndedCycle;
import org.cyberreadiness.dashboard.shell.strip.Cycle;
import org.cyberreadiness.dashboard.shell.strip.Strip;
import org.cyberreadiness.dashboard.shell.strip.Strips;
import org.cyberreadiness.dashboard.snapshot.SnapshotLease;
import org.cyberreadiness.dashboard.snapshot.Snapshots;

/** The rows of the list, read as they are scrolled to; on a phone each row is a card. */
@JsModule("context://charts/readiness-strip.js")
final class OrganisationGrid extends Grid<Row> {

  private static final long serialVersionUID = 1;
  private static final int FEW = 15;

  /** A row and its strip. */
  record Row(Listed organisation, List<Cycle> strip, Address address, String kinds) {

    String href() {
      return address.href();
    }

    String outcome() {
      var outcome = organisation.outcome();
      return outcome == null
          ? Figures.DASH
          : outcome.word() + (organisation.isLate() ? ", late" : "");
    }

    String mark() {
      var outcome = organisation.outcome();
      return outcome == null ? "" : OutcomeMark.svg(outcome);
    }

    String reason() {
      var reason = organisation.reason();
      return reason == null ? "" : reason;
    }

    String streak() {
      return organisation.currentStreak() == 0
          ? Figures.DASH
          : Figures.count(organisation.currentStreak());
    }

    String streakInWords() {
      int streak = organisation.currentStreak();
      return streak < 2 ? "" : "failed " + Figures.inWords(streak) + " " + kinds + " in a row";
    }

    String place() {
      var region = organisation.region();
      return region == null ? "region unknown" : region;
    }

    String former() {
      var found = organisation.foundAs();
      return found == null ? "" : "formerly " + found;
    }
  }

  private final transient Snapshots snapshots;
  private final String snapshot;
  private final LocalDate asAt;
  private final transient OrganisationFilter filter;
  private final transient Visit visit;
  private final transient List<EndedCycle> axis;
  private final List<LocalDate> days;
  private final String kinds;

  OrganisationGrid(
      Snapshots snapshots, Visit visit, OrganisationFilter filter, Choices choices, Counts counts) {
    this.snapshots = snapshots;
    this.snapshot = visit.snapshot().id();
    this.asAt = visit.asAt();
    this.filter = filter;
    this.visit = visit;
    var practice = choices.practice(filter.practice());
    var cycles = choices.cyclesOf(filter.practice());
    this.axis = Strips.forCell(cycles, practice.map(Choices.Practice::isInspection).orElse(false));
    this.days =
        practice.map(Choices.Practice::isInspection).orElse(false)
            ? List.of()
            : axis.stream().map(EndedCycle::cycleEnd).toList();
    this.kinds = practice.map(p -> p.cycleKind() + "s").orElse("cycles");
    addClassName("list");
    addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    setSelectionMode(SelectionMode.NONE);
    columns();
    setAllRowsVisible(counts.listed() <= FEW);
    setItems(
        query -> rows(query.getOffset(), query.getLimit()),
        query -> Math.toIntExact(counts.listed()));
    addItemClickListener(click -> click.getItem().address().open(UI.getCurrentOrThrow()));
  }

  private void columns() {
    var name =
        addColumn(
                LitRenderer.<Row>of(
                        """
                        <div class="named"><a href=${item.href}>${item.name}</a>
                        <span class="code">${item.code}</span>
                        <span class="code">${item.former}</span></div>""")
                    .withProperty("href", Row::href)
                    .withProperty("name", row -> row.organisation().name())
                    .withProperty("code", row -> row.organisation().odsCode())
                    .withProperty("former", Row::former))
            .setHeader("Organisation")
            .setKey("name")
            .setFlexGrow(3)
            .setWidth("16rem")
            .setSortable(true);
    var type =
        addColumn(row -> row.organisation().typeLabel())
            .setHeader("Kind")
            .setKey("type")
            .setFlexGrow(1)
            .setWidth("8rem")
            .setSortable(true);
    var region =
        addColumn(Row::place)
            .setHeader("Region")
            .setKey("region")
            .setFlexGrow(1)
            .setWidth("9rem")
            .setSortable(true);
    var strip =
        addColumn(Strip.column(Row::strip, days))
            .setHeader("Cycles, oldest first")
            .setFlexGrow(0)
            .setWidth("9.5rem");
    var outcome =
        addColumn(
                LitRenderer.<Row>of(
                        """
                        <span class="outcome-mark" title=${item.reason}><span class="mark-place" .innerHTML=${item.mark}></span>
                        <span>${item.word}</span></span>""")
                    .withProperty("mark", Row::mark)
                    .withProperty("word", Row::outcome)
                    .withProperty("reason", Row::reason))
            .setHeader(
                "Outcome " + (filter.cycle().isEmpty() ? "" : Figures.shortCycle(filter.cycle())))
            .setKey("outcome")
            .setFlexGrow(0)
            .setWidth("10rem")
            .setSortable(true);
    var streak =
        addColumn(Row::streak)
            .setHeader("Failed in a row")
            .setKey("streak")
            .setTextAlign(ColumnTextAlign.END)
            .setFlexGrow(0)
            .setWidth("8.5rem")
            .setSortable(true);
    var card =
        addColumn(
                LitRenderer.<Row>of(
                        """
                        <a class="card-row" href=${item.href}>
                          <span class="card-name">${item.name}</span>
                          <span class="code">${item.code} · ${item.type} · ${item.place}</span>
                          <span class="code">${item.former}</span>
                          <span class="card-figures"><readiness-strip mode="cell" role="img" aria-label=${item.words} .data=${item.strip}></readiness-strip>
                            <span class="outcome-mark"><span class="mark-place" .innerHTML=${item.mark}></span><span>${item.word}</span></span></span>
                          <span class="card-streak">${item.streak}</span>
                          <span class="chevron" aria-hidden="true">›</span>
                        </a>""")
                    .withProperty("href", Row::href)
                    .withProperty("name", row -> row.organisation().name())
                    .withProperty("code", row -> row.organisation().odsCode())
                    .withProperty("type", row -> row.organisation().typeLabel())
                    .withProperty("place", Row::place)
                    .withProperty("former", Row::former)
                    .withProperty("strip", row -> Strip.inCellData(row.strip(), days))
                    .withProperty("words", row -> Strip.inWords(row.strip()))
                    .withProperty("mark", Row::mark)
                    .withProperty("word", Row::outcome)
                    .withProperty("streak", Row::streakInWords))
            .setHeader("Organisations")
            .setFlexGrow(1);
    card.setVisible(false);
    var wide = List.of(name, type, region, strip, outcome, streak);
    Narrow.watch(
        this,
        narrow -> {
          wide.forEach(column -> column.setVisible(!narrow));
          card.setVisible(narrow);
          setClassName("as-cards", narrow);
        });
    showSort();
    addSortListener(
        sorted -> {
          if (sorted.isFromClient()) {
            visit.here().with("sort", sortIn(sorted.getSortOrder())).open(UI.getCurrentOrThrow());
          }
        });
  }

  private void showSort() {
    boolean down = filter.sort().startsWith("-");
    var column = getColumnByKey(down ? filter.sort().substring(1) : filter.sort());
    if (column != null) {
      sort(
          List.of(
              new GridSortOrder<>(
                  column, down ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
    }
  }

  private static String sortIn(List<GridSortOrder<Row>> orders) {
    if (orders.isEmpty()) {
      return "";
    }
    var order = orders.getFirst();
    return (order.getDirection() == SortDirection.DESCENDING ? "-" : "")
        + order.getSorted().getKey();
  }

  private Stream<Row> rows(int first, int rows) {
    try (SnapshotLease lease = snapshots.lease(snapshot)) {
      var page = OrganisationListQueries.page(lease, asAt, filter, first, rows);
      Map<String, List<Cycle>> strips =
          Strips.of(
              lease, asAt, filter.practice(), axis, page.stream().map(Listed::odsCode).toList());
      return page.stream()
          .map(
              row ->
                  new Row(
                      row,
                      strips.getOrDefault(row.odsCode(), List.of()),
                      visit.to("organisations/" + row.odsCode()),
                      kinds))
          .toList()
          .stream();
    }
  }
}

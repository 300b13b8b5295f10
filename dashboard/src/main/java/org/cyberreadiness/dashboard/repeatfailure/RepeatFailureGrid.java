package org.cyberreadiness.dashboard.repeatfailure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cyberreadiness.dashboard.repeatfailure.RepeatFailureGrid.Row;
import org.cyberreadiness.dashboard.repeatfailure.RepeatFailureQueries.Dark;
import org.cyberreadiness.dashboard.repeatfailure.RepeatFailureQueries.Failing;
import org.cyberreadiness.dashboard.repeatfailure.RepeatFailureQueries.Filter;
import org.cyberreadiness.dashboard.shell.Address;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.shell.Narrow;
import org.cyberreadiness.dashboard.shell.Visit;
import org.cyberreadiness.dashboard.shell.choice.Choices;
import org.cyberreadiness.dashboard.shell.strip.Cycle;
import org.cyberreadiness.dashboard.shell.strip.Strip;
import org.cyberreadiness.dashboard.shell.strip.Strips;
import org.cyberreadiness.dashboard.snapshot.SnapshotLease;
import org.cyberreadiness.dashboard.snapshot.Snapshots;
import org.jspecify.annotations.Nullable;

/** The rows of a list, read as they are scrolled to; on a phone each row is a card. */
@JsModule("context://charts/readiness-strip.js")
final class RepeatFailureGrid extends Grid<Row> {

  private static final long serialVersionUID = 1;
  private static final int FEW = 15;

  /** A row as people read it, and its strip. */
  record Row(
      String odsCode,
      String name,
      String kindAndPlace,
      String practice,
      String title,
      List<Cycle> strip,
      String number,
      String numberInWords,
      String since,
      String last,
      Address address) {

    String href() {
      return address.href();
    }

    static Row of(Failing failing, Visit visit) {
      return new Row(
          failing.odsCode(),
          failing.name(),
          kindAndPlace(failing.typeLabel(), failing.region()),
          failing.practice(),
          failing.title(),
          List.of(),
          failing.streak() + failing.lines(),
          "failed "
              + failing.streak()
              + " in a row"
              + failing.lines()
              + ", since "
              + failing.since(),
          failing.since(),
          failing.peersAssessed() == 0
              ? "no peer was assessed"
              : Figures.share(failing.peersFailed(), failing.peersAssessed()),
          address(visit, failing.odsCode(), failing.practice()));
    }

    static Row of(Dark dark, Visit visit) {
      return new Row(
          dark.odsCode(),
          dark.name(),
          kindAndPlace(dark.typeLabel(), dark.region()),
          dark.practice(),
          dark.title(),
          List.of(),
          Figures.count(dark.cyclesMissed(), dark.kind(), dark.kinds()),
          "nothing for "
              + Figures.count(dark.cyclesMissed(), dark.kind(), dark.kinds())
              + ", since "
              + Figures.shortDate(dark.lastCycleEnd()),
          Figures.shortDate(dark.lastCycleEnd()),
          dark.lastOutcome().word() + " in " + Figures.shortCycle(dark.lastCycle()),
          address(visit, dark.odsCode(), dark.practice()));
    }

    Row with(List<Cycle> squares) {
      return new Row(
          odsCode,
          name,
          kindAndPlace,
          practice,
          title,
          squares,
          number,
          numberInWords,
          since,
          last,
          address);
    }

    private static String kindAndPlace(String kind, @Nullable String region) {
      return kind + ", " + (region == null ? "region unknown" : region);
    }

    private static Address address(Visit visit, String code, String practice) {
      return visit.to("organisations/" + code).with("tab", "why").with("practice", practice);
    }
  }

  private final transient Snapshots snapshots;
  private final transient Visit visit;
  private final transient Filter filter;
  private final transient Choices choices;
  private final String list;

  /**
   * @param list 'failing' or 'dark'
   * @param size how many rows there are
   */
  RepeatFailureGrid(
      Snapshots snapshots, Visit visit, Filter filter, Choices choices, String list, long size) {
    this.snapshots = snapshots;
    this.visit = visit;
    this.filter = filter;
    this.choices = choices;
    this.list = list;
    addClassName("list");
    addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    setSelectionMode(SelectionMode.NONE);
    columns(list.equals("dark"));
    setAllRowsVisible(size <= FEW);
    setItems(query -> rows(query.getOffset(), query.getLimit()), query -> Math.toIntExact(size));
    addItemClickListener(click -> click.getItem().address().open(UI.getCurrentOrThrow()));
  }

  private void columns(boolean dark) {
    var name =
        addColumn(
                LitRenderer.<Row>of(
                        """
                        <div class="named"><a href=${item.href}>${item.name}</a>
                        <span class="code">${item.code} · ${item.kind}</span></div>""")
                    .withProperty("href", Row::href)
                    .withProperty("name", Row::name)
                    .withProperty("code", Row::odsCode)
                    .withProperty("kind", Row::kindAndPlace))
            .setHeader("Organisation")
            .setKey("name")
            .setFlexGrow(3)
            .setWidth("16rem")
            .setSortable(true);
    var practice =
        addColumn(Row::title)
            .setHeader("Practice")
            .setKey("practice")
            .setFlexGrow(1)
            .setWidth("11rem")
            .setSortable(true);
    var strip =
        addColumn(Strip.column(Row::strip, List.of()))
            .setHeader("Cycles, oldest first")
            .setFlexGrow(0)
            .setWidth("9.5rem");
    var number =
        addColumn(Row::number)
            .setHeader(dark ? "Nothing for" : "Failed in a row")
            .setKey("streak")
            .setTextAlign(ColumnTextAlign.END)
            .setFlexGrow(0)
            .setWidth("8.5rem")
            .setSortable(!dark);
    var since =
        addColumn(Row::since)
            .setHeader(dark ? "Last assessed" : "Since")
            .setKey("since")
            .setFlexGrow(1)
            .setWidth("8rem")
            .setSortable(!dark);
    var last =
        addColumn(Row::last)
            .setHeader(dark ? "Was then" : "Peers that failed it too")
            .setFlexGrow(1)
            .setWidth("9rem");
    var card =
        addColumn(
                LitRenderer.<Row>of(
                        """
                        <a class="card-row" href=${item.href}>
                          <span class="card-name">${item.name}</span>
                          <span class="code">${item.code} · ${item.kind}</span>
                          <span>${item.title}</span>
                          <span class="card-figures"><readiness-strip mode="cell" role="img" aria-label=${item.words} .data=${item.strip}></readiness-strip></span>
                          <span class="card-streak">${item.number}</span>
                          <span class="chevron" aria-hidden="true">›</span>
                        </a>""")
                    .withProperty("href", Row::href)
                    .withProperty("name", Row::name)
                    .withProperty("code", Row::odsCode)
                    .withProperty("kind", Row::kindAndPlace)
                    .withProperty("title", Row::title)
                    .withProperty("strip", row -> Strip.inCellData(row.strip(), List.of()))
                    .withProperty("words", row -> Strip.inWords(row.strip()))
                    .withProperty("number", Row::numberInWords))
            .setHeader("Organisations")
            .setFlexGrow(1);
    card.setVisible(false);
    var wide = List.of(name, practice, strip, number, since, last);
    Narrow.watch(
        this,
        narrow -> {
          wide.forEach(column -> column.setVisible(!narrow));
          card.setVisible(narrow);
          setClassName("as-cards", narrow);
        });
    boolean down = filter.sort().startsWith("-");
    var sorted = getColumnByKey(down ? filter.sort().substring(1) : filter.sort());
    if (sorted != null) {
      sort(
          List.of(
              new GridSortOrder<>(
                  sorted, down ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
    }
    addSortListener(
        change -> {
          if (change.isFromClient()) {
            visit.here().with("sort", sortIn(change.getSortOrder())).open(UI.getCurrentOrThrow());
          }
        });
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
    try (SnapshotLease lease = snapshots.lease(visit.snapshot().id())) {
      var page =
          list.equals("dark")
              ? RepeatFailureQueries.dark(lease, visit.asAt(), filter, first, rows).stream()
                  .map(dark -> Row.of(dark, visit))
                  .toList()
              : RepeatFailureQueries.failing(lease, visit.asAt(), filter, first, rows).stream()
                  .map(failing -> Row.of(failing, visit))
                  .toList();
      var strips = strips(lease, page);
      return page.stream()
          .map(
              row ->
                  row.with(
                      strips
                          .getOrDefault(row.practice(), Map.of())
                          .getOrDefault(row.odsCode(), List.of())))
          .toList()
          .stream();
    }
  }

  /** By practice, then organisation. */
  private Map<String, Map<String, List<Cycle>>> strips(SnapshotLease lease, List<Row> page) {
    var codes = page.stream().collect(groupingBy(Row::practice, mapping(Row::odsCode, toList())));
    var strips = new HashMap<String, Map<String, List<Cycle>>>();
    codes.forEach(
        (practice, organisations) ->
            strips.put(
                practice,
                Strips.of(
                    lease,
                    visit.asAt(),
                    practice,
                    Strips.forCell(
                        choices.cyclesOf(practice),
                        choices
                            .practice(practice)
                            .map(Choices.Practice::isInspection)
                            .orElse(false)),
                    organisations)));
    return strips;
  }
}

package org.cyberreadiness.dashboard.organisation;

import java.util.List;
import java.util.Map;
import org.cyberreadiness.dashboard.organisation.OrganisationQueries.Organisation;
import org.cyberreadiness.dashboard.organisation.OrganisationQueries.Standing;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.shell.chart.Chart;

/** How many of its peers meet each practice, and whether it does. */
final class PeersChart {

  private static final char NEW_LINE = '\n';

  private PeersChart() {}

  static Chart of(Organisation organisation, List<Standing> standing) {
    var rows = standing.stream().filter(row -> row.peersAssessed() > 0).toList().reversed();
    return new Chart("Share of the peers of " + organisation.name() + " that meet each practice")
        .tall(60 + 44 * Math.max(1, rows.size()))
        .show(
            Map.of(
                "grid",
                    Map.of("left", 8, "right", 120, "top", 8, "bottom", 8, "containLabel", true),
                "xAxis",
                    Map.of(
                        "type",
                        "value",
                        "min",
                        0,
                        "max",
                        100,
                        "interval",
                        25,
                        "axisLabel",
                        Map.of("formatter", "{value} %")),
                "yAxis",
                    Map.of(
                        "type", "category",
                        "axisLabel", Map.of("width", 150, "overflow", "break", "lineHeight", 15),
                        "data", rows.stream().map(Standing::title).toList()),
                "series",
                    List.of(
                        Map.of(
                            "type",
                            "bar",
                            "barWidth",
                            16,
                            "data",
                            rows.stream().map(PeersChart::bar).toList()))));
  }

  private static Map<String, Object> bar(Standing row) {
    String own =
        row.isAssessed() ? row.fails() ? "it does not" : "it does" : "it was never assessed";
    return Map.of(
        "value",
        Math.round(1000.0 * row.peersMet() / row.peersAssessed()) / 10.0,
        "itemStyle",
        Map.of("color", row.fails() ? "var(--chart-grey)" : "var(--outcome-met)"),
        "label",
        Map.of(
            "show",
            true,
            "position",
            "right",
            "color",
            "var(--chart-text)",
            "formatter",
            Figures.ofAll(row.peersMet(), row.peersAssessed()) + "; " + own),
        "tip",
        row.title()
            + NEW_LINE
            + Figures.share(row.peersMet(), row.peersAssessed(), row.lower(), row.upper())
            + " peers meet it; "
            + own);
  }
}

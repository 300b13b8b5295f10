package org.cyberreadiness.dashboard.repeatfailure;

import java.util.List;
import java.util.Map;
import org.cyberreadiness.dashboard.repeatfailure.RepeatFailureQueries.TypeCount;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.shell.chart.Chart;

/** Share of each kind of organisation that fails repeatedly, its count beside it. */
final class TypeChart {

  private static final char NEW_LINE = '\n';

  private TypeChart() {}

  static Chart of(String title, List<TypeCount> types) {
    var rows = types.reversed();
    return new Chart(title)
        .tall(48 + 34 * rows.size())
        .show(
            Map.of(
                "grid",
                    Map.of("left", 8, "right", 132, "top", 8, "bottom", 8, "containLabel", true),
                "xAxis",
                    Map.of(
                        "type",
                        "value",
                        "min",
                        0,
                        "splitNumber",
                        4,
                        "axisLabel",
                        Map.of("formatter", "{value} %", "hideOverlap", true)),
                "yAxis",
                    Map.of(
                        "type", "category",
                        "axisLabel", Map.of("width", 104, "overflow", "break", "lineHeight", 14),
                        "data", rows.stream().map(TypeCount::labelPlural).toList()),
                "series",
                    List.of(
                        Map.of(
                            "type",
                            "bar",
                            "barWidth",
                            16,
                            "itemStyle",
                            Map.of("color", "var(--outcome-not-met)"),
                            "data",
                            rows.stream().map(TypeChart::bar).toList()))));
  }

  private static Map<String, Object> bar(TypeCount type) {
    return Map.of(
        "value",
        Math.round(1000.0 * type.repeated() / type.assessed()) / 10.0,
        "key",
        type.type(),
        "label",
        Map.of(
            "show",
            true,
            "position",
            "right",
            "color",
            "var(--chart-text)",
            "formatter",
            Figures.share(type.repeated(), type.assessed())),
        "tip",
        type.labelPlural()
            + NEW_LINE
            + Figures.share(type.repeated(), type.assessed(), type.lower(), type.upper())
            + " fail repeatedly");
  }
}

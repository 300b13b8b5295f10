package org.cyberreadiness.dashboard.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.cyberreadiness.dashboard.organisation.OrganisationQueries.Inventory;
import org.cyberreadiness.dashboard.shell.FigureTable;
import org.cyberreadiness.dashboard.shell.FigureTable.Column;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.shell.Picture;
import org.cyberreadiness.dashboard.shell.chart.Chart;

/** Devices of one organisation by support state through time. */
final class EstateChart {

  private static final char NEW_LINE = '\n';

  private record State(String name, String colour, ToLongFunction<Inventory> devices) {}

  private static final List<State> STATES =
      List.of(
          new State("Unsupported", "var(--outcome-not-met)", Inventory::unsupportedDevices),
          new State("Unknown", "var(--chart-grey)", Inventory::unknownDevices),
          new State(
              "Covered or extended",
              "var(--chart-blue-3)",
              inventory -> inventory.coveredDevices() + inventory.extendedDevices()),
          new State("Supported", "var(--chart-blue)", Inventory::supportedDevices));

  private EstateChart() {}

  static Picture of(List<Inventory> inventories) {
    var newest = inventories.getLast();
    String title =
        Figures.share(newest.unsupportedDevices(), newest.judgedDevices())
            + " devices judged are unsupported on "
            + Figures.date(newest.night());
    return new Picture(title)
        .of(chart(title, inventories), table(inventories))
        .note(
            "Judged: active devices (seen within 30 days) of products in the end-of-support catalogue. "
                + Figures.count(newest.staleDevices())
                + " of "
                + Figures.count(newest.devices())
                + " devices were not seen within 30 days and are not judged.")
        .csv("estate.csv", table(inventories))
        .link("estate");
  }

  private static Chart chart(String title, List<Inventory> inventories) {
    var series = new ArrayList<Map<String, Object>>();
    for (State state : STATES) {
      series.add(
          Map.of(
              "type",
              "bar",
              "stack",
              "devices",
              "name",
              state.name(),
              "barCategoryGap",
              "20%",
              "itemStyle",
              Map.of("color", state.colour()),
              "data",
              inventories.stream()
                  .map(
                      inventory ->
                          Map.of(
                              "value",
                              state.devices().applyAsLong(inventory),
                              "tip",
                              Figures.date(inventory.night())
                                  + NEW_LINE
                                  + state.name()
                                  + ": "
                                  + Figures.share(
                                      state.devices().applyAsLong(inventory),
                                      inventory.judgedDevices())))
                  .toList()));
    }
    return new Chart(title)
        .tall(260)
        .show(
            Map.of(
                "grid", Map.of("left", 8, "right", 8, "top", 36, "bottom", 8, "containLabel", true),
                "legend",
                    Map.of(
                        "left",
                        0,
                        "top",
                        0,
                        "itemWidth",
                        14,
                        "itemHeight",
                        14,
                        "textStyle",
                        Map.of("color", "var(--chart-text)", "fontSize", 13)),
                "xAxis",
                    Map.of(
                        "type", "category",
                        "axisLabel", Map.of("hideOverlap", true),
                        "data",
                            inventories.stream()
                                .map(
                                    inventory ->
                                        Figures.shortCycle(
                                            inventory.night().toString().substring(0, 7)))
                                .toList()),
                "yAxis", Map.of("type", "value", "minInterval", 1, "splitNumber", 4),
                "series", series));
  }

  private static FigureTable table(List<Inventory> inventories) {
    var table =
        new FigureTable(
            "Devices judged, by support on each inventory day",
            Column.text("Inventory", "night"),
            Column.number("Judged", "judged_devices"),
            Column.number("Unsupported", "unsupported_devices"),
            Column.number("Unknown", "unknown_devices"),
            Column.number("Covered or extended", "covered_or_extended_devices"),
            Column.number("Supported", "supported_devices"));
    for (Inventory inventory : inventories.reversed()) {
      table.row(
          Figures.shortDate(inventory.night()),
          Figures.count(inventory.judgedDevices()),
          Figures.count(inventory.unsupportedDevices()),
          Figures.count(inventory.unknownDevices()),
          Figures.count(inventory.coveredDevices() + inventory.extendedDevices()),
          Figures.count(inventory.supportedDevices()));
    }
    return table;
  }
}

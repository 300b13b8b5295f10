package org.cyberreadiness.dashboard.shell.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chart. It takes an ECharts option; strings such as {@code var(--outcome-met)} in it become the
 * theme's colours, a data item with {@code tip} says it on hover, and one with {@code key} hands
 * that to {@link #onChoice}.
 */
@Tag("readiness-chart")
@JsModule("context://charts/readiness-chart.js")
@StyleSheet("context://charts/marks.css")
public final class Chart extends Component implements HasSize, HasStyle {

  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * @param label what the chart shows, in words, for those who do not see it
   */
  public Chart(String label) {
    getElement().setAttribute("role", "img").setAttribute("aria-label", label);
  }

  public Chart label(String label) {
    getElement().setAttribute("aria-label", label);
    return this;
  }

  /** Draws an option given as JSON. */
  public Chart show(String optionJson) {
    getElement().setProperty("option", optionJson);
    return this;
  }

  /** Draws an option given as maps, lists, numbers and texts. */
  public Chart show(Map<String, ?> option) {
    return show(JSON.writeValueAsString(option));
  }

  /** Height in pixels; charts are as wide as their place. */
  public Chart tall(int pixels) {
    setHeight(pixels + "px");
    return this;
  }

  /** Tells what was clicked. */
  public Chart onChoice(SerializableConsumer<Choice> listener) {
    getElement()
        .addEventListener(
            "chart-click",
            event -> {
              var detail = event.getEventData();
              listener.accept(
                  new Choice(
                      detail.get("event.detail.series").asString(),
                      detail.get("event.detail.name").asString(),
                      detail.get("event.detail.key").asString()));
            })
        .addEventData("event.detail.series")
        .addEventData("event.detail.name")
        .addEventData("event.detail.key");
    addClassName("answers-clicks");
    return this;
  }

  /**
   * A clicked part of a chart.
   *
   * @param series name of its series
   * @param name name of its category
   * @param key the data item's own key, empty when it has none
   */
  public record Choice(String series, String name, String key) {}
}

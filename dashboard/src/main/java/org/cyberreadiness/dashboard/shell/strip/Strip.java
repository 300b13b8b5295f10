package org.cyberreadiness.dashboard.shell.strip;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cyberreadiness.dashboard.shell.Figures;
import org.cyberreadiness.dashboard.shell.Outcome;
import tools.jackson.databind.json.JsonMapper;

/**
 * The strip: one square per cycle on a true time axis, filled by outcome, so that repeated failing
 * is seen. It comes in three sizes: {@link #inCell} for a row of a list, {@link #wide} for a row of
 * an organisation's picture under an {@link #axis}, {@link #shares} for the nation.
 */
@Tag("readiness-strip")
@JsModule("context://charts/readiness-strip.js")
@StyleSheet("context://charts/marks.css")
public final class Strip extends Component implements HasStyle {

  /** How many cycles a table cell has room for. */
  public static final int CYCLES_IN_CELL = 6;

  private static final JsonMapper JSON = JsonMapper.shared();

  private Strip(String mode, Map<String, Object> data) {
    getElement().setAttribute("mode", mode).setProperty("data", JSON.writeValueAsString(data));
  }

  /** First and last day of a time axis shared by several strips. */
  public record Span(LocalDate from, LocalDate to) {}

  /**
   * Organisations by outcome in one cycle.
   *
   * @param words what is said on hover, with the denominator
   */
  public record Share(
      String cycle, LocalDate end, long met, long notMet, long notAssessed, String words) {
    long all() {
      return met + notMet + notAssessed;
    }
  }

  /** For a table cell: the newest six cycles, oldest first. */
  public static Strip inCell(List<Cycle> cycles) {
    var strip = new Strip("cell", cell(cycles, List.of()));
    strip.getElement().setAttribute("role", "img").setAttribute("aria-label", inWords(cycles));
    return strip;
  }

  /**
   * For a column of a grid: strips drawn in the browser, without a component for each row.
   *
   * @param axis ends of the cycles that the rows share, so that the same cycle stands in the same
   *     place; empty where each row has its own
   */
  public static <T> Renderer<T> column(ValueProvider<T, List<Cycle>> cycles, List<LocalDate> axis) {
    return LitRenderer.<T>of(
            "<readiness-strip mode=\"cell\" role=\"img\" aria-label=${item.words} .data=${item.strip}>"
                + "</readiness-strip>")
        .withProperty("strip", row -> inCellData(cycles.apply(row), axis))
        .withProperty("words", row -> inWords(cycles.apply(row)));
  }

  /** What a strip in a template of its own is given as {@code .data}. */
  public static String inCellData(List<Cycle> cycles, List<LocalDate> axis) {
    return JSON.writeValueAsString(cell(cycles, axis));
  }

  /** One row of a picture whose rows share a time axis; as wide as its place. */
  public static Strip wide(String title, Span span, List<Cycle> cycles) {
    var strip = new Strip("wide", data("wide", span, cycles.stream().map(Strip::mark).toList()));
    strip
        .getElement()
        .setAttribute("role", "group")
        .setAttribute("aria-label", title + ": " + inWords(cycles));
    return strip;
  }

  /** The years above strips that share a time axis. */
  public static Strip axis(Span span) {
    var strip = new Strip("axis", data("axis", span, List.of()));
    strip.getElement().setAttribute("aria-hidden", "true");
    return strip;
  }

  /** Shares of all organisations per cycle: met, not met and not assessed, stacked. */
  public static Strip shares(String title, Span span, List<Share> shares) {
    var marks =
        shares.stream()
            .filter(share -> share.all() > 0)
            .map(
                share ->
                    Map.<String, Object>of(
                        "d", share.end().toEpochDay(),
                        "l", Figures.shortCycle(share.cycle()),
                        "t", share.words(),
                        "s",
                            List.of(
                                (double) share.met() / share.all(),
                                (double) share.notMet() / share.all(),
                                (double) share.notAssessed() / share.all())))
            .toList();
    var strip = new Strip("shares", data("shares", span, marks));
    strip.getElement().setAttribute("role", "group").setAttribute("aria-label", title);
    return strip;
  }

  /** Tells which square was chosen, by click or key; for wide strips and shares. */
  public Strip onChoice(SerializableConsumer<Integer> listener) {
    getElement()
        .addEventListener(
            "cycle-chosen",
            event -> listener.accept(event.getEventData().get("event.detail.index").asInt()))
        .addEventData("event.detail.index");
    return this;
  }

  /**
   * The text form: 'failed 4 of the last 5 editions, most recently 21/22'. It counts assessed
   * cycles and says how many were not.
   */
  public static String inWords(List<Cycle> cycles) {
    var assessed = cycles.stream().filter(cycle -> cycle.outcome().isAssessed()).toList();
    if (assessed.isEmpty()) {
      return cycles.stream().anyMatch(cycle -> cycle.outcome() == Outcome.NOT_ASSESSED)
          ? "not assessed in any cycle shown"
          : "does not apply";
    }
    var failed = assessed.stream().filter(cycle -> cycle.outcome() == Outcome.NOT_MET).toList();
    String kind = kindOf(assessed.getLast().cycle(), assessed.size());
    String words =
        failed.isEmpty()
            ? "met in "
                + (assessed.size() == 1
                    ? "the only assessed " + kind
                    : "all " + assessed.size() + " assessed " + kind)
            : "failed "
                + failed.size()
                + " of the last "
                + assessed.size()
                + " assessed "
                + kind
                + ", most recently "
                + Figures.cycle(failed.getLast().cycle());
    long dark = cycles.stream().filter(cycle -> cycle.outcome() == Outcome.NOT_ASSESSED).count();
    return dark == 0 ? words.replace("assessed ", "") : words + "; " + dark + " not assessed";
  }

  private static String kindOf(String cycle, int count) {
    String kind =
        cycle.matches("\\d\\d/\\d\\d")
            ? "edition"
            : cycle.matches("\\d{4}-\\d{2}")
                ? "month"
                : cycle.matches("\\d{4}-Q\\d") ? "quarter" : "inspection";
    return count == 1 ? kind : kind + "s";
  }

  private static Map<String, Object> cell(List<Cycle> cycles, List<LocalDate> axis) {
    var newest = cycles.subList(Math.max(0, cycles.size() - CYCLES_IN_CELL), cycles.size());
    return Map.of(
        "mode", "cell",
        "axis", axis.stream().map(LocalDate::toEpochDay).toList(),
        "marks", newest.stream().map(Strip::mark).toList());
  }

  private static Map<String, Object> data(String mode, Span span, List<?> marks) {
    return Map.of(
        "mode",
        mode,
        "span",
        List.of(span.from().toEpochDay(), span.to().toEpochDay()),
        "marks",
        marks);
  }

  private static Map<String, Object> mark(Cycle cycle) {
    Objects.requireNonNull(cycle);
    var mark = new LinkedHashMap<String, Object>();
    mark.put("d", cycle.end().toEpochDay());
    mark.put("o", cycle.outcome().code());
    mark.put("t", cycle.inWords());
    if (cycle.traits().late()) {
      mark.put("late", true);
    }
    if (cycle.traits().inherited()) {
      mark.put("inherited", true);
    }
    if (cycle.traits().broken()) {
      mark.put("broken", true);
    }
    return mark;
  }
}

package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** An outcome as people see it: its mark, which reads without colour, and its word. */
@StyleSheet("context://charts/marks.css")
public final class OutcomeMark extends Span {

  public OutcomeMark(Outcome outcome) {
    this(outcome, outcome.word());
  }

  /** The mark with words of its own, such as 'Met, late'. */
  public OutcomeMark(Outcome outcome, String words) {
    addClassName("outcome-mark");
    add(mark(outcome), new Span(words));
  }

  /** All four marks with their words, for below a picture. */
  public static Div legend() {
    return legend(Outcome.values());
  }

  /** Some marks with their words. */
  public static Div legend(Outcome... outcomes) {
    var legend = new Div();
    legend.addClassName("outcome-legend");
    for (Outcome outcome : outcomes) {
      legend.add(new OutcomeMark(outcome));
    }
    return legend;
  }

  /** The mark as SVG text of 14 by 14 pixels, for places that render text themselves. */
  public static String svg(Outcome outcome) {
    return "<svg width=\"14\" height=\"14\" viewBox=\"0 0 14 14\" aria-hidden=\"true\">"
        + switch (outcome) {
          case MET -> "<rect class=\"met\" width=\"14\" height=\"14\" rx=\"1.5\"/>";
          case NOT_MET -> "<path class=\"not-met\" d=\"M0 0H2.5L7 6.3L11.5 0H14V14H0Z\"/>";
          case NOT_ASSESSED ->
              "<g class=\"not-assessed\"><rect x=\".5\" y=\".5\" width=\"13\" height=\"13\"/>"
                  + "<path d=\"M0 4L4 0M0 8L8 0M0 12L12 0M2 14L14 2M6 14L14 6M10 14L14 10\"/></g>";
          case NOT_APPLICABLE ->
              "<g class=\"not-applicable\"><rect x=\".5\" y=\".5\" width=\"13\" height=\"13\""
                  + " rx=\"1.5\"/><path d=\"M4 7H10\"/></g>";
        }
        + "</svg>";
  }

  private static Svg mark(Outcome outcome) {
    var mark = new Svg(svg(outcome));
    mark.getStyle().set("display", "inline-flex");
    return mark;
  }
}

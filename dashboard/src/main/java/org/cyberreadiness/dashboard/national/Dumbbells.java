package org.cyberreadiness.dashboard.national;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import org.cyberreadiness.dashboard.national.NationQueries.PracticeStanding;
import org.cyberreadiness.dashboard.shell.Address;
import org.cyberreadiness.dashboard.shell.Figures;

/**
 * Practices by the share that met them: a hollow dot for then, a full one for now, a bar between.
 */
final class Dumbbells extends Div {

  private static final long serialVersionUID = 1;
  private static final List<Integer> MARKS = List.of(0, 25, 50, 75, 100);

  private final Div rows = new Div();

  Dumbbells() {
    Div legend = new Div();
    legend.addClassName("legend");
    legend.add(key("", "now"), key("band", "its 95 % interval"), key("hollow", "a year ago"));
    add(legend, rows);
    rows.addClassName("dumbbells");
    rows.add(axis());
  }

  private static Span key(String shape, String words) {
    Span key = new Span();
    Element mark = new Element("i").setAttribute("aria-hidden", "true");
    if (!shape.isEmpty()) {
      mark.getClassList().add(shape);
    }
    key.getElement().appendChild(mark, Element.createText(words));
    return key;
  }

  private static Div axis() {
    Element svg = svg("");
    for (int mark : MARKS) {
      String anchor = mark == 0 ? "start" : mark == 100 ? "end" : "middle";
      svg.appendChild(
          new Element("text")
              .setAttribute("x", mark + "%")
              .setAttribute("y", "14")
              .setAttribute("text-anchor", anchor)
              .setText(mark + " %"));
    }
    Div middle = new Div();
    middle.getElement().appendChild(svg);
    Div row = new Div(new Span(), middle, new Span());
    row.addClassNames("row", "axis");
    row.getElement().setAttribute("aria-hidden", "true");
    return row;
  }

  /** Adds a practice; its name leads to the organisations that do not meet it. */
  Dumbbells show(PracticeStanding standing, Address behind) {
    Anchor name = new Anchor(behind.href(), standing.title());
    name.setTitle(standing.question());
    Span cycle = new Span(Figures.cycle(standing.cycle()));
    cycle.addClassName("quiet");
    Div row =
        new Div(new Div(name, cycle), picture(standing), new Div(now(standing), earlier(standing)));
    row.addClassName("row");
    rows.add(row);
    return this;
  }

  private static Span now(PracticeStanding standing) {
    return new Span(Figures.share(standing.met(), standing.assessed()) + " met it");
  }

  private static Span earlier(PracticeStanding standing) {
    Long met = standing.earlierMet();
    Long assessed = standing.earlierAssessed();
    Span words =
        new Span(
            met == null || assessed == null || standing.earlierCycle() == null
                ? "no figure a year ago"
                : "%s: %s"
                    .formatted(
                        Figures.shortCycle(standing.earlierCycle()), Figures.share(met, assessed)));
    words.addClassName("quiet");
    return words;
  }

  private static Div picture(PracticeStanding standing) {
    Element svg = svg(words(standing));
    for (int mark : MARKS) {
      svg.appendChild(line(mark, mark, "gridline", 0, 48));
    }
    if (standing.assessed() < Figures.FEWEST_TO_COMPARE) {
      svg.appendChild(
          new Element("text")
              .setAttribute("x", "50%")
              .setAttribute("y", "28")
              .setAttribute("text-anchor", "middle")
              .setText("too few to compare"));
    } else {
      double now = 100 * standing.shareMet();
      svg.appendChild(line(100 * standing.lower(), 100 * standing.upper(), "interval", 24, 24));
      Double share = standing.earlierShareMet();
      Long assessed = standing.earlierAssessed();
      if (share != null && assessed != null && assessed >= Figures.FEWEST_TO_COMPARE) {
        double before = 100 * share;
        String way = now > before ? "better" : now < before ? "worse" : "same";
        svg.appendChild(line(before, now, "bar " + way, 24, 24), dot(before, "before", 5));
      }
      svg.appendChild(dot(now, "now", 7));
    }
    Div picture = new Div();
    picture.getElement().appendChild(svg);
    return picture;
  }

  /** What the row shows, for those who do not see it. */
  private static String words(PracticeStanding standing) {
    return "%s: %s met it in %s"
        .formatted(
            standing.title(),
            Figures.share(standing.met(), standing.assessed(), standing.lower(), standing.upper()),
            Figures.cycle(standing.cycle()));
  }

  private static Element svg(String label) {
    Element svg = new Element("svg");
    if (label.isEmpty()) {
      svg.setAttribute("aria-hidden", "true");
    } else {
      svg.setAttribute("role", "img").setAttribute("aria-label", label);
    }
    return svg;
  }

  private static Element line(double from, double to, String className, int y1, int y2) {
    Element line =
        new Element("line")
            .setAttribute("x1", percent(from))
            .setAttribute("x2", percent(to))
            .setAttribute("y1", String.valueOf(y1))
            .setAttribute("y2", String.valueOf(y2));
    line.setAttribute("class", className);
    return line;
  }

  private static Element dot(double at, String className, int radius) {
    Element dot =
        new Element("circle")
            .setAttribute("cx", percent(at))
            .setAttribute("cy", "24")
            .setAttribute("r", String.valueOf(radius));
    dot.setAttribute("class", className);
    return dot;
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }
}

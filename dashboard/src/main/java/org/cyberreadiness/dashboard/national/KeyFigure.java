package org.cyberreadiness.dashboard.national;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.cyberreadiness.dashboard.shell.Address;

/**
 * One figure with its meaning, its denominator and which way it moved; it leads to the list behind
 * it.
 */
final class KeyFigure extends Anchor {

  private static final long serialVersionUID = 1;

  KeyFigure(String name, String figure, Address behind) {
    super(behind.href(), "");
    addClassName("key-figure");
    add(span("name", name), span("figure", figure));
  }

  /** The denominator and the day, in words. */
  KeyFigure of(String words) {
    add(span("of", words));
    return this;
  }

  /** Fewer is better: an arrow, a colour and the word. */
  KeyFigure moved(long now, long before, String since) {
    Span moved = span("moved", Movement.words(now, before) + " " + since);
    moved.addClassNames(now < before ? "better" : now > before ? "worse" : "same");
    add(moved);
    return this;
  }

  private static Span span(String className, String words) {
    Span span = new Span(words);
    span.addClassName(className);
    return span;
  }
}

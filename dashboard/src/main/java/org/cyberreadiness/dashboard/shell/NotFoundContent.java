package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing is at this address: says what was asked for, and two ways on. */
final class NotFoundContent extends Div {

  private static final long serialVersionUID = 1;

  NotFoundContent(String sentence) {
    addClassNames("page", "nothing");
    H1 heading = new H1(sentence);
    heading.addClassName("finding");
    add(
        heading,
        new Paragraph(
            "An organisation may have merged or changed its code: the search above also finds former names and codes."),
        new Paragraph(
            new Anchor(".", "The national picture"),
            new com.vaadin.flow.component.Text(" · "),
            new Anchor("organisations", "All organisations")));
  }
}

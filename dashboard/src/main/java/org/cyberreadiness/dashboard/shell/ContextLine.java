package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The quiet line under a heading: what the figures are about, from which snapshot, how to read. */
final class ContextLine extends Div {

  private static final long serialVersionUID = 1;

  ContextLine(Visit visit, List<String> howToRead, List<String> parts) {
    addClassName("context");
    for (String part : parts) {
      add(new Span(part));
    }
    if (!visit.isNewest()) {
      add(new Span("as at " + Days.inWords(visit.asAt())));
    }
    Span snapshot = new Span("snapshot " + visit.snapshot().id());
    snapshot.addClassName("context-snapshot");
    add(snapshot);
    if (!howToRead.isEmpty()) {
      Div sentences = new Div();
      sentences.addClassName("how-to-read");
      howToRead.forEach(sentence -> sentences.add(new Paragraph(sentence)));
      add(new NativeDetails("how to read", sentences));
    }
  }
}

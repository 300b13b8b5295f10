package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import org.cyberreadiness.dashboard.snapshot.NoSnapshotException;

/** Stands where the figures will be; the page shows itself once the first snapshot is published. */
final class NoSnapshotNotice extends Div {

  private static final long serialVersionUID = 1;

  NoSnapshotNotice(NoSnapshotException why) {
    addClassName("nothing");
    H1 heading = new H1("There are no figures yet");
    heading.addClassName("finding");
    add(
        heading,
        new Paragraph(String.valueOf(why.getMessage())),
        new Paragraph("To take in the files of a landing folder and publish the first snapshot:"),
        new Pre("./readiness nightly"),
        new Paragraph("To look around with made-up data:"),
        new Pre("./readiness demo"),
        new Paragraph("This page shows the figures by itself as soon as they are published."));
  }
}

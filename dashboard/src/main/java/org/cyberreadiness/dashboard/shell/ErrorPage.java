package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something broke: says so, gives a time to find it in the log, and a way on. */
@ParentLayout(Frame.class)
@jakarta.annotation.security.PermitAll
class ErrorPage extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
    Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    LOG.error(
        "Cannot show /{} ({})",
        event.getLocation().getPathWithQueryParameters(),
        at,
        error.getException());
    H1 heading = new H1("This page could not be shown");
    heading.addClassName("finding");
    addClassNames("page", "nothing");
    removeAll();
    add(
        heading,
        new Paragraph(
            "The fault is ours, not yours, and nothing is lost. Load the page again; if it still fails, tell the operator this time: "
                + at
                + "."),
        new Anchor(".", "To the national picture"));
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  @Override
  public String getPageTitle() {
    return "Not shown · Cyber Readiness";
  }
}

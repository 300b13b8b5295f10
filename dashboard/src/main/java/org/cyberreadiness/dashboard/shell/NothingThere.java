package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** The page exists, what it was asked about does not. */
@ParentLayout(Frame.class)
@PermitAll
class NothingThere extends Div implements HasErrorParameter<NotFound>, HasDynamicTitle {

  private static final long serialVersionUID = 1;

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> error) {
    removeAll();
    add(new NotFoundContent(String.valueOf(error.getException().getMessage())));
    return HttpServletResponse.SC_NOT_FOUND;
  }

  @Override
  public String getPageTitle() {
    return "Not found · Cyber Readiness";
  }
}

package org.cyberreadiness.dashboard.access;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Signs a person in; in the demo it says as whom. */
@Route(value = SignInView.ROUTE, autoLayout = false)
@PageTitle("Sign in · Cyber Readiness")
@AnonymousAllowed
class SignInView extends Main implements BeforeEnterObserver {

  static final String ROUTE = "sign-in";
  private static final long serialVersionUID = 1;

  private final LoginForm form = new LoginForm();
  private final AccessSettings settings;

  SignInView(Environment environment, AccessSettings settings) {
    this.settings = settings;
    addClassName("sign-in");
    form.setAction(ROUTE);
    form.setForgotPasswordButtonVisible(false);
    form.setI18n(words(settings, false));
    Div card = new Div(title(), form);
    card.addClassName("sign-in-card");
    if (environment.acceptsProfiles(Profiles.of("demo"))) {
      card.add(demoUsers());
    }
    add(card);
  }

  private static long pauseMinutes(AccessSettings settings) {
    return Math.max(1, settings.pause().toMinutes());
  }

  private static LoginI18n words(AccessSettings settings, boolean paused) {
    LoginI18n words = LoginI18n.createDefault();
    words.getForm().setTitle("");
    words.getForm().setUsername("Name");
    words.getForm().setPassword("Password");
    words.getForm().setSubmit("Sign in");
    words.getErrorMessage().setTitle(paused ? "Too many attempts" : "That did not work");
    words
        .getErrorMessage()
        .setMessage(
            paused
                ? "Wait %d minutes, then try again.".formatted(pauseMinutes(settings))
                : "Check name and password and try again. After %d wrong attempts there is a pause of %d minutes."
                    .formatted(settings.attempts(), pauseMinutes(settings)));
    return words;
  }

  private static Div title() {
    Paragraph purpose =
        new Paragraph(
            "How ready health and care organisations in England are for a cyber attack, and who fails again and again.");
    purpose.addClassName("quiet");
    return new Div(new H1("Cyber Readiness"), purpose);
  }

  private static Div demoUsers() {
    NativeTableBody rows = new NativeTableBody();
    for (DemoUser user : DemoUser.ALL) {
      NativeTableHeaderCell name = new NativeTableHeaderCell(user.name());
      name.getElement().setAttribute("scope", "row");
      rows.add(new NativeTableRow(name, new NativeTableCell(user.looksAt())));
    }
    NativeTable table = new NativeTable(rows);
    table.getElement().setAttribute("aria-label", "Demo users and what each looks at");
    Paragraph password = new Paragraph("Made-up data. The password of all four is demo.");
    password.addClassName("quiet");
    Div demo = new Div(new H2("Demo: sign in as"), table, password);
    demo.addClassName("sign-in-demo");
    return demo;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Map<String, List<String>> parameters = event.getLocation().getQueryParameters().getParameters();
    form.setError(parameters.containsKey("error"));
    if (parameters.containsKey("wait")) {
      form.setI18n(words(settings, true));
      form.setError(true);
    }
  }
}

package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.Optional;
import org.cyberreadiness.dashboard.snapshot.SnapshotFacts;
import org.cyberreadiness.dashboard.snapshot.Snapshots;
import org.jspecify.annotations.Nullable;

/** The frame around every page: top bar, made-up-data banner, menu, the page itself. */
@Layout
@PermitAll
@JsModule("context://shell/frame.js")
public final class Frame extends Div implements RouterLayout, AfterNavigationObserver {

  private static final long serialVersionUID = 1;

  private final transient Snapshots snapshots;
  private final Main main = new Main();
  private final Paragraph banner = new Paragraph("Made-up data: no real organisation is shown");
  private final MainMenu menu = new MainMenu();
  private final AsAtChooser asAt = new AsAtChooser();

  Frame(Snapshots snapshots, AuthenticationContext signedIn) {
    this.snapshots = snapshots;
    addClassName("frame");
    banner.addClassName("made-up");
    banner.setVisible(snapshots.current().map(SnapshotFacts::synthetic).orElse(false));
    main.setId("main");
    main.getElement().setAttribute("tabindex", "-1");
    Header header = new Header(topBar(signedIn), banner);
    header.addClassName("top");
    Nav nav = new Nav(menu);
    nav.setId("menu");
    nav.getElement().setAttribute("aria-label", "Pages");
    add(skipLink(), header, nav, main, new KeysHelp());
  }

  private static Anchor skipLink() {
    Anchor skip = new Anchor("#main", "Skip to the figures");
    skip.addClassName("skip");
    skip.getElement().setAttribute("router-ignore", true);
    return skip;
  }

  private Div topBar(AuthenticationContext signedIn) {
    Anchor home = new Anchor(".", "Cyber Readiness");
    home.addClassName("brand");
    Button menuButton = new Button();
    menuButton.addClassNames("menu-button");
    menuButton.setAriaLabel("Menu");
    menuButton.getElement().setAttribute("aria-expanded", "false");
    menuButton.getElement().setAttribute("aria-controls", "menu");
    Span lines = new Span("☰");
    lines.getElement().setAttribute("aria-hidden", "true");
    menuButton.setIcon(lines);
    Button theme = new Button();
    theme.addClassNames("theme-button");
    theme.setAriaLabel("Light or dark");
    theme.setTooltipText("Light or dark");
    Span half = new Span("◐");
    half.getElement().setAttribute("aria-hidden", "true");
    theme.setIcon(half);
    Div bar =
        new Div(menuButton, home, new SearchBox(snapshots), asAt, theme, new UserMenu(signedIn));
    bar.addClassName("top-bar");
    return bar;
  }

  /** The frame that a page stands in; empty while it is not attached. */
  static Optional<Frame> of(Component page) {
    @Nullable Component parent = page.getParent().orElse(null);
    while (parent != null) {
      if (parent instanceof Frame frame) {
        return Optional.of(frame);
      }
      parent = parent.getParent().orElse(null);
    }
    return Optional.empty();
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    main.getElement().removeAllChildren();
    main.getElement().appendChild(content.getElement());
  }

  @Override
  public void removeRouterLayoutContent(HasElement oldContent) {
    main.getElement().removeAllChildren();
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    Optional<LocalDate> asked = Visit.asked(event.getLocation());
    menu.show(event.getLocation(), asked);
    snapshots.current().ifPresent(facts -> asAt.show(facts, event.getLocation()));
  }

  /** Keeps banner and day in step with what the page shows. */
  void shown(Visit visit) {
    banner.setVisible(visit.snapshot().synthetic());
    asAt.show(visit.snapshot(), UI.getCurrentOrThrow().getActiveViewLocation());
  }

  void nothingShown() {
    banner.setVisible(false);
  }
}

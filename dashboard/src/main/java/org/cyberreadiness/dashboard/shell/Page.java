package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.dashboard.snapshot.NoSnapshotException;
import org.cyberreadiness.dashboard.snapshot.SnapshotLease;
import org.cyberreadiness.dashboard.snapshot.Snapshots;
import org.jspecify.annotations.Nullable;

/**
 * A page of figures. A room's view extends it, says its heading and its context, and adds its
 * components in {@link #show}; all its queries go through one {@link Visit}, so its figures agree.
 * When a newer snapshot is published, an open page shows itself again.
 */
public abstract class Page extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1;

  private final transient Snapshots snapshots;
  private final String name;
  private transient @Nullable Location location;
  private transient @Nullable RouteParameters route;
  private transient @Nullable Runnable stopListening;
  private transient @Nullable Visit shown;

  /**
   * @param name what the menu and the browser's tab call it, such as "Repeat failing"
   */
  @SuppressWarnings("this-escape") // Vaadin keeps the element, and asks nothing of it yet
  protected Page(Snapshots snapshots, String name) {
    this.snapshots = snapshots;
    this.name = name;
    addClassName("page");
  }

  /**
   * Builds the page: {@link #heading}, {@link #context}, then its components from top to bottom.
   */
  protected abstract void show(Visit visit);

  /** The finding as a sentence, with its number; the page's name is in the menu and the tab. */
  protected final void heading(String finding) {
    H1 heading = new H1(finding);
    heading.addClassName("finding");
    add(heading);
  }

  /**
   * The line below the heading: what the figures are about, then the snapshot and how to read it.
   *
   * @param howToRead sentences that explain the page to somebody who sees it for the first time
   * @param parts such as "Toolkit edition 21/22", "trusts open on 9 September 2022"
   */
  protected final void context(List<String> howToRead, String... parts) {
    add(new ContextLine(visit(), howToRead, List.of(parts)));
  }

  /** A part of the page with its own heading. */
  protected static Div section(String title, Component... content) {
    H2 heading = new H2(title);
    Div section = new Div(heading);
    section.addClassName("section");
    section.add(content);
    return section;
  }

  /** Says why there is nothing to see and what to do, in place of an empty list. */
  protected static Div nothing(String sentence, Component... more) {
    Div empty = new Div(new Paragraph(sentence));
    empty.addClassName("nothing");
    empty.add(more);
    return empty;
  }

  /** The visit that is being shown. */
  protected final Visit visit() {
    if (shown == null) {
      throw new IllegalStateException("A page is built in show(Visit)");
    }
    return shown;
  }

  @Override
  public final void beforeEnter(BeforeEnterEvent event) {
    location = event.getLocation();
    route = event.getRouteParameters();
    showAgain();
  }

  private void showAgain() {
    Location where = location;
    RouteParameters with = route;
    if (where == null || with == null) {
      return;
    }
    removeAll();
    try (SnapshotLease lease = snapshots.lease()) {
      shown = new Visit(lease, where, with);
      show(shown);
      add(foot(shown));
      Frame.of(this).ifPresent(frame -> frame.shown(visit()));
    } catch (NoSnapshotException e) {
      shown = null;
      removeAll();
      add(new NoSnapshotNotice(e));
      Frame.of(this).ifPresent(Frame::nothingShown);
    }
  }

  private static Div foot(Visit visit) {
    List<Component> parts = new ArrayList<>();
    parts.add(new Span("Cyber Readiness"));
    parts.add(new Span("as at " + Days.inWords(visit.asAt())));
    parts.add(new Span("snapshot " + visit.snapshot().id()));
    if (visit.snapshot().synthetic()) {
      parts.add(new Span("made-up data: no real organisation is shown"));
    }
    Div foot = new Div();
    foot.addClassName("page-foot");
    foot.add(parts);
    return foot;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    UI ui = event.getUI();
    stopListening =
        snapshots.onSwap(
            () -> {
              var unused = ui.access(this::showAgain);
            });
    if (shown != null) {
      Frame.of(this).ifPresent(frame -> frame.shown(visit()));
    }
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (stopListening != null) {
      stopListening.run();
      stopListening = null;
    }
    super.onDetach(event);
  }

  @Override
  public String getPageTitle() {
    return name + " · Cyber Readiness";
  }
}

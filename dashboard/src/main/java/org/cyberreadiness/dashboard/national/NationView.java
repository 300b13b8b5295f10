package org.cyberreadiness.dashboard.national;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.cyberreadiness.dashboard.shell.Page;
import org.cyberreadiness.dashboard.shell.Visit;
import org.cyberreadiness.dashboard.snapshot.Snapshots;

/** Where do we stand? England now, movement since last edition, who fails again and again. */
@Route("")
@Menu(title = "Nation", order = 10)
@PermitAll
class NationView extends Page {

  private static final long serialVersionUID = 1;

  NationView(Snapshots snapshots) {
    super(snapshots, "Nation");
  }

  @Override
  protected void show(Visit visit) {
    heading("England");
    context(List.of("How to read this."), "toolkit");
  }
}

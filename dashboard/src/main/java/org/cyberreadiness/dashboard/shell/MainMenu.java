package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * The menu. A page stands in it by {@code @Menu(title = "Estate", order = 50)} on its view, for
 * those whose role may open it. Orders leave room: a step of a hundred begins a new group.
 */
final class MainMenu extends UnorderedList {

  private static final long serialVersionUID = 1;

  /** Marks where the reader is, and keeps the day they look at. */
  void show(Location here, Optional<LocalDate> asAt) {
    removeAll();
    int group = 0;
    for (MenuEntry entry :
        MenuConfiguration.getMenuEntries().stream()
            .sorted(Comparator.comparingDouble(MainMenu::order))
            .toList()) {
      ListItem item = new ListItem(link(entry, here, asAt));
      int itsGroup = (int) (order(entry) / 100);
      if (getComponentCount() > 0 && itsGroup > group) {
        item.addClassName("new-group");
      }
      group = itsGroup;
      add(item);
    }
  }

  private static double order(MenuEntry entry) {
    return Objects.requireNonNullElse(entry.order(), 1_000.0);
  }

  private static Anchor link(MenuEntry entry, Location here, Optional<LocalDate> asAt) {
    String path = entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
    Address address =
        Address.of(path).with(Visit.AS_AT, asAt.map(LocalDate::toString).orElse(null));
    Anchor link = new Anchor(address.href(), entry.title());
    boolean isHere = here.getPath().equals(path);
    if (isHere || (!path.isEmpty() && here.getPath().startsWith(path + "/"))) {
      link.getElement().setAttribute("aria-current", isHere ? "page" : "true");
    }
    return link;
  }
}

package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Locale;

/** Who is signed in, and the way out. */
final class UserMenu extends MenuBar {

  private static final long serialVersionUID = 1;

  UserMenu(AuthenticationContext signedIn) {
    addClassName("user-menu");
    addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
    String name = signedIn.getPrincipalName().orElse("nobody");
    MenuItem user = addItem(new Span(name));
    user.setAriaLabel("Signed in as " + name);
    MenuItem roles =
        user.getSubMenu()
            .addItem(
                "Role: "
                    + String.join(
                        ", ",
                        signedIn.getGrantedRoles().stream()
                            .map(role -> role.toLowerCase(Locale.ROOT))
                            .sorted()
                            .toList()));
    roles.setEnabled(false);
    user.getSubMenu().addItem("Sign out", click -> signedIn.logout());
  }
}

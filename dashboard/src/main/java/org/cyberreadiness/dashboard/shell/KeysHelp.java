package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;

/** The keys that work everywhere; ? opens it, Escape closes it, without asking the server. */
@Tag("dialog")
final class KeysHelp extends HtmlContainer {

  private static final long serialVersionUID = 1;

  KeysHelp() {
    setId("keys-help");
    addClassName("keys-help");
    getElement().setAttribute("aria-labelledby", "keys-title");
    H2 title = new H2("Keys");
    title.setId("keys-title");
    NativeButton close = new NativeButton("Close");
    close.getElement().setAttribute("type", "button");
    close.getElement().setAttribute("data-close", true);
    DescriptionList keys = new DescriptionList();
    keys.add(new Term("/"), new Description("search an organisation"));
    keys.add(new Term("Tab"), new Description("to the next link or field"));
    keys.add(new Term("Enter"), new Description("follow it"));
    keys.add(new Term("Alt ←"), new Description("back to where you were, filters and all"));
    keys.add(new Term("?"), new Description("these keys"));
    keys.add(new Term("Esc"), new Description("close"));
    add(title, keys, close);
  }
}

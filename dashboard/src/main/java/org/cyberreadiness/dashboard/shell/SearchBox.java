package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cyberreadiness.dashboard.snapshot.NoSnapshotException;
import org.cyberreadiness.dashboard.snapshot.SnapshotLease;
import org.cyberreadiness.dashboard.snapshot.Snapshots;
import org.cyberreadiness.dashboard.snapshot.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Finds an organisation by code, name or former name: a suggestion leads to it, Enter to the list
 * of all that match. The key / comes here from everywhere.
 */
final class SearchBox extends ComboBox<SearchBox.Found> {

  private static final long serialVersionUID = 1;
  private static final int SUGGESTIONS = 12;

  /**
   * @param formerly a former name that matches; null where the present name or code does
   */
  record Found(String odsCode, String name, String kind, @Nullable String formerly) {}

  private final transient Snapshots snapshots;

  SearchBox(Snapshots snapshots) {
    this.snapshots = snapshots;
    addClassName("search");
    setAriaLabel("Search an organisation by code, name or former name");
    setPlaceholder("Search an organisation, code or former name");
    Span key = new Span("/");
    key.addClassName("key");
    key.getElement().setAttribute("aria-hidden", "true");
    key.getElement().setAttribute("slot", "prefix");
    getElement().appendChild(key.getElement());
    setItemLabelGenerator(Found::name);
    setRenderer(new ComponentRenderer<>(SearchBox::suggestion));
    setAllowCustomValue(true);
    setOverlayWidth("min(32rem, 94vw)");
    setItems(
        query -> {
          String text = query.getFilter().orElse("").strip();
          int offset = query.getOffset();
          int limit = query.getLimit();
          return offset > 0 || limit == 0 ? Stream.empty() : find(text).stream();
        });
    addValueChangeListener(
        change -> {
          Found chosen = change.getValue();
          if (change.isFromClient() && chosen != null) {
            leave("organisations/" + chosen.odsCode(), null);
          }
        });
    addCustomValueSetListener(typed -> leave("organisations", typed.getDetail()));
  }

  private List<Found> find(String text) {
    if (text.length() < 2) {
      return List.of();
    }
    try (SnapshotLease lease = snapshots.lease()) {
      return lease.list(
          Sql.of(SearchBox.class, "search"),
          Found.class,
          Map.of("text", text, "at_most", SUGGESTIONS));
    } catch (NoSnapshotException e) {
      return List.of();
    }
  }

  private static Div suggestion(Found found) {
    Span name = new Span(found.name());
    Span more =
        new Span(
            found.odsCode()
                + " · "
                + found.kind()
                + (found.formerly() == null ? "" : " · formerly " + found.formerly()));
    more.addClassName("quiet");
    Div both = new Div(name, more);
    both.addClassName("suggestion");
    return both;
  }

  private void leave(String path, @Nullable String asked) {
    UI ui = UI.getCurrentOrThrow();
    String asAt = Visit.asked(ui.getActiveViewLocation()).map(Object::toString).orElse(null);
    clear();
    Address.of(path).with("q", asked).with(Visit.AS_AT, asAt).open(ui);
  }
}

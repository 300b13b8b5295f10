package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A figure: the finding as its title, the chart or the table behind it, the CSV and a link to copy.
 * Who does not see the chart always has the table.
 */
@Tag("figure")
@StyleSheet("context://charts/marks.css")
public final class Picture extends HtmlContainer {

  private final H2 title = new H2();
  private final Div tools = new Div();
  private final Div chartPlace = new Div();
  private final Div tablePlace = new Div();
  private final Button asChart = tool("Chart");
  private final Button asTable = tool("Table");

  /**
   * @param finding what the picture shows, as a sentence with its number
   */
  public Picture(String finding) {
    addClassName("picture");
    title.addClassName("picture-title");
    title.setText(finding);
    tools.addClassName("picture-tools");
    tools
        .getElement()
        .setAttribute("role", "group")
        .setAttribute("aria-label", "Show as, take away");
    tablePlace.addClassName("figures-scroll");
    var head = new Div(title, tools);
    head.addClassName("picture-head");
    asChart.addClickListener(click -> showTable(false));
    asTable.addClickListener(click -> showTable(true));
    add(head, chartPlace, tablePlace);
  }

  /** The chart, and the table that says the same. */
  public Picture of(Component chart, FigureTable table) {
    chartPlace.removeAll();
    chartPlace.add(chart);
    tablePlace.removeAll();
    tablePlace.add(table);
    tools.addComponentAsFirst(asTable);
    tools.addComponentAsFirst(asChart);
    showTable(false);
    return this;
  }

  /** A picture that needs no table because it is one, such as a list with strips. */
  public Picture of(Component content) {
    chartPlace.removeAll();
    chartPlace.add(content);
    tablePlace.setVisible(false);
    return this;
  }

  /** A line below: denominator, as at, what was left out. */
  public Picture note(String words) {
    var note = new Paragraph(words);
    note.addClassName("picture-note");
    add(note);
    return this;
  }

  public Picture note(Component content) {
    content.getElement().getClassList().add("picture-note");
    add(content);
    return this;
  }

  /** A link that takes the figures away. */
  public Picture csv(DownloadHandler download) {
    var link = new Anchor(download, "CSV");
    link.addClassName("picture-csv");
    link.getElement().setAttribute("aria-label", "CSV of: " + title.getText());
    tools.add(link);
    return this;
  }

  /** A link that takes the table of this picture away. */
  public Picture csv(String fileName, FigureTable table) {
    return csv(
        DownloadHandler.fromInputStream(
            event -> {
              byte[] text = Csv.of(table.names(), table.texts());
              return new DownloadResponse(
                  new ByteArrayInputStream(text), fileName, "text/csv; charset=utf-8", text.length);
            }));
  }

  /**
   * A button that copies the address of this picture.
   *
   * @param id its name within the page
   */
  public Picture link(String id) {
    setId(id);
    var copy = tool("Copy link");
    copy.addClickListener(
        click ->
            copy.getElement()
                .executeJs(
                    "const a = new URL(location.href); a.hash = $0;"
                        + "return navigator.clipboard ? navigator.clipboard.writeText(a.href).then(() => a.href)"
                        + " : a.href",
                    id)
                .then(String.class, address -> Notification.show("Link copied: " + address)));
    tools.add(copy);
    return this;
  }

  public void showTable(boolean table) {
    chartPlace.setClassName("seen-by-readers-only", table);
    tablePlace.setClassName("seen-by-readers-only", !table);
    pressed(asChart, !table);
    pressed(asTable, table);
  }

  private static Button tool(String words) {
    var button = new Button(words);
    button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    return button;
  }

  private static void pressed(Button button, boolean pressed) {
    button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    button.setClassName("is-pressed", pressed);
  }

  @Nullable Component table() {
    return tablePlace.getChildren().findFirst().orElse(null);
  }
}

package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A plain table: what stands behind a chart, and short lists. On a phone its rows become cards. It
 * knows its cells as texts too, so that its CSV says the same.
 */
@Tag("table")
@StyleSheet("context://charts/marks.css")
public final class FigureTable extends Component implements HasStyle {

  /**
   * A column.
   *
   * @param title what people read
   * @param name its machine name in the CSV
   * @param isNumber aligned to the right, on its digits
   */
  public record Column(String title, String name, boolean isNumber) {
    public static Column text(String title, String name) {
      return new Column(title, name, false);
    }

    public static Column number(String title, String name) {
      return new Column(title, name, true);
    }
  }

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();
  private final Element body = new Element("tbody");

  /**
   * @param caption what the table holds, said before it
   */
  public FigureTable(String caption, Column... columns) {
    this.columns = List.of(columns);
    addClassNames("figures", "as-cards");
    var head = new Element("tr");
    for (Column column : columns) {
      var cell = new Element("th").setAttribute("scope", "col").setText(column.title());
      if (column.isNumber()) {
        cell.getClassList().add("number");
      }
      head.appendChild(cell);
    }
    getElement()
        .appendChild(
            new Element("caption").setText(caption), new Element("thead").appendChild(head), body);
  }

  /** Adds a row of texts. */
  public FigureTable row(String... cells) {
    return row(
        Arrays.asList(cells),
        Arrays.stream(cells).<Component>map(Text::new).toArray(Component[]::new));
  }

  /**
   * Adds a row.
   *
   * @param texts its cells as texts, for the CSV
   * @param cells its cells as people see them
   */
  public FigureTable row(List<String> texts, Component... cells) {
    rows.add(List.copyOf(texts));
    var row = new Element("tr");
    for (int i = 0; i < cells.length; i++) {
      var column = columns.get(i);
      var cell = new Element(i == 0 ? "th" : "td");
      if (i == 0) {
        cell.setAttribute("scope", "row");
      } else {
        cell.setAttribute("data-label", column.title());
      }
      if (column.isNumber()) {
        cell.getClassList().add("number");
      }
      cell.appendChild(cells[i].getElement());
      row.appendChild(cell);
    }
    body.appendChild(row);
    return this;
  }

  public int size() {
    return rows.size();
  }

  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  List<List<String>> texts() {
    return List.copyOf(rows);
  }
}

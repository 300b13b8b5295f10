package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The filters above a list, folded away on a phone. Each stands in the address under its own name:
 * choosing goes to the address with the new value, so a filtered page can be shared and 'back'
 * works.
 */
public final class Filters extends NativeDetails {

  /** A value to choose and what people read for it. */
  public record Option(String value, String words) {}

  private final Visit visit;
  private final Div fields = new Div();
  private final List<String> dependants = new ArrayList<>();

  public Filters(Visit visit) {
    this.visit = visit;
    addClassName("filters");
    fields.addClassName("filter-fields");
    fields
        .getElement()
        .setAttribute("role", "search")
        .setAttribute("aria-label", "Filter the list");
    setSummaryText("Filters");
    setContent(fields);
    setOpen(true);
    Narrow.watch(this, narrow -> setOpen(!narrow));
  }

  /** Free text, taken on Enter or when it is left. */
  public Filters text(String name, String label, String placeholder, String value) {
    var field = new TextField(label);
    field.setPlaceholder(placeholder);
    field.setValue(value);
    field.setClearButtonVisible(true);
    field.addClassName("filter-text");
    field.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            go(name, change.getValue());
          }
        });
    fields.add(field);
    return this;
  }

  /** One of a few; {@code all} are the words for no choice, null where one must be chosen. */
  public Filters choice(
      String name, String label, @Nullable String all, List<Option> options, String value) {
    var every = new ArrayList<Option>();
    if (all != null) {
      every.add(new Option("", all));
    }
    every.addAll(options);
    var field = new Select<Option>();
    field.setLabel(label);
    field.setItems(every);
    field.setItemLabelGenerator(Option::words);
    every.stream()
        .filter(option -> option.value().equals(value))
        .findFirst()
        .ifPresent(field::setValue);
    field.setClassName("filter-wide", options.stream().anyMatch(o -> o.words().length() > 20));
    field.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            go(name, change.getValue().value());
          }
        });
    fields.add(field);
    return this;
  }

  /** One of many, found by typing; nothing chosen is all. */
  public Filters search(String name, String label, String all, List<Option> options, String value) {
    var field = new ComboBox<Option>(label);
    field.setItems(options);
    field.setItemLabelGenerator(Option::words);
    field.setPlaceholder(all);
    field.setClearButtonVisible(true);
    options.stream()
        .filter(option -> option.value().equals(value))
        .findFirst()
        .ifPresent(field::setValue);
    field.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            var chosen = change.getValue();
            go(name, chosen == null ? "" : chosen.value());
          }
        });
    fields.add(field);
    return this;
  }

  /** A choice of {@code name} takes these others out of the address, as they no longer fit. */
  public Filters resets(String name, String... others) {
    for (String other : others) {
      dependants.add(name + ">" + other);
    }
    return this;
  }

  /** A link that takes all filters away. */
  public Filters clear(Address address, String words) {
    var clear = new Anchor(address.href(), words);
    clear.addClassName("filters-clear");
    fields.add(clear);
    return this;
  }

  /** Options from anything. */
  public static <T> List<Option> options(
      List<T> things, Function<T, String> value, Function<T, String> words) {
    return things.stream()
        .map(thing -> new Option(value.apply(thing), words.apply(thing)))
        .toList();
  }

  public Filters with(Component component) {
    fields.add(component);
    return this;
  }

  private void go(String name, String value) {
    var address = visit.here().with(name, value.strip());
    for (String dependant : dependants) {
      if (dependant.startsWith(name + ">")) {
        address = address.without(dependant.substring(name.length() + 1));
      }
    }
    address.open(UI.getCurrentOrThrow());
  }
}

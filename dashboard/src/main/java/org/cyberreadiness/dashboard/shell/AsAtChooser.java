package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import java.time.LocalDate;
import java.util.Locale;
import org.cyberreadiness.dashboard.snapshot.SnapshotFacts;
import org.jspecify.annotations.Nullable;

/** Chooses the day that all figures are as at; it stands in the address. */
final class AsAtChooser extends Div {

  private static final long serialVersionUID = 1;

  private final DatePicker day = new DatePicker();
  private transient @Nullable Location here;
  private @Nullable LocalDate night;

  AsAtChooser() {
    addClassName("as-at");
    Span label = new Span("as at");
    label.getElement().setAttribute("aria-hidden", "true");
    DatePickerI18n words = new DatePickerI18n();
    words.setDateFormats("d MMM yyyy", "d/M/yyyy", "yyyy-MM-dd");
    words.setFirstDayOfWeek(1);
    day.setI18n(words);
    day.setLocale(Locale.UK);
    day.setAriaLabel("As at which day");
    day.setTooltipText("Figures as they were known on this day");
    day.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            go(change.getValue());
          }
        });
    add(label, day);
    setVisible(false);
  }

  void show(SnapshotFacts facts, Location location) {
    here = location;
    night = facts.night();
    setVisible(true);
    day.setMin(facts.firstDay());
    day.setMax(facts.night());
    day.setInitialPosition(facts.night());
    LocalDate shown =
        Visit.asked(location).map(asked -> Visit.within(asked, facts)).orElse(facts.night());
    day.setValue(shown);
    day.setClassName("as-at-past", !shown.equals(facts.night()));
  }

  private void go(@Nullable LocalDate chosen) {
    if (here == null) {
      return;
    }
    Address address = Address.of(here.getPath());
    for (var parameter : here.getQueryParameters().getParameters().entrySet()) {
      for (String value : parameter.getValue()) {
        address = address.and(parameter.getKey(), value);
      }
    }
    boolean newest = chosen == null || chosen.equals(night);
    address = address.with(Visit.AS_AT, newest ? null : String.valueOf(chosen));
    address.open(UI.getCurrentOrThrow());
  }
}

package org.cyberreadiness.samples.alert;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.samples.alert.Alert.Severity;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/**
 * The alerts: past years one object a line, the current year as pages of the public interface,
 * newest first.
 */
public final class AlertFiles {
  private static final int PAGE = 50;
  private static final int LAST_YEAR = 2024;
  private static final LocalDate LAST_FETCH = LocalDate.of(2024, 9, 9);
  private static final List<LocalDate> FETCHES =
      List.of(LocalDate.of(2024, 4, 2), LocalDate.of(2024, 7, 2), LAST_FETCH);

  private final List<Alert> alerts;

  public AlertFiles(Nation nation) {
    this.alerts = Alerts.of(nation);
  }

  public List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    int firstYear = alerts.getFirst().publishedOn().getYear();
    for (int year = firstYear; year < LAST_YEAR; year++) {
      List<Alert> here = of(year);
      deliveries.add(
          new Delivery(
              "alerts/" + (year + 1) + "-01-02/alerts-" + year + ".json",
              text -> writeLines(text, here)));
    }
    FETCHES.forEach(day -> addPages(deliveries, day));
    return deliveries;
  }

  /** All of the current year on the last day; what was new, up to a page of it, before. */
  private void addPages(List<Delivery> deliveries, LocalDate fetched) {
    List<Alert> newestFirst =
        of(LAST_YEAR).reversed().stream()
            .filter(alert -> alert.publishedOn().isBefore(fetched))
            .map(alert -> asOf(alert, fetched))
            .toList();
    int many = fetched.equals(LAST_FETCH) ? newestFirst.size() : Math.min(PAGE, newestFirst.size());
    for (int first = 0; first < many; first += PAGE) {
      List<Alert> page = newestFirst.subList(first, Math.min(first + PAGE, many));
      deliveries.add(
          new Delivery(
              "alerts/" + fetched + "/cyberalert_page" + (first / PAGE + 1) + ".json",
              text -> writePage(text, page)));
    }
  }

  /** The first grave alert of the current year was not thought to be one before the summer. */
  private Alert asOf(Alert alert, LocalDate fetched) {
    boolean first =
        of(LAST_YEAR).stream()
            .filter(one -> one.severity() == Severity.HIGH)
            .findFirst()
            .filter(alert::equals)
            .isPresent();
    return first && !fetched.equals(LAST_FETCH) ? alert.withSeverity(Severity.MEDIUM) : alert;
  }

  private List<Alert> of(int year) {
    return alerts.stream().filter(alert -> alert.publishedOn().getYear() == year).toList();
  }

  private static void writeLines(Text text, List<Alert> alerts) throws IOException {
    for (Alert alert : alerts) {
      text.line(alert.json());
    }
  }

  private void writePage(Text text, List<Alert> page) throws IOException {
    text.line("{\"pageSize\":" + PAGE + ",\"total\":" + alerts.size() + ",\"items\":[");
    text.line(String.join(",\n", page.stream().map(Alert::json).toList()));
    text.line("]}");
  }
}

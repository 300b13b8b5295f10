package org.cyberreadiness.samples.organisation;

import java.io.IOException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Succession;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/** Who took over from whom, as ODS publishes it: five quoted columns, no header, all up to now. */
public final class SuccessionFiles {
  private static final List<YearMonth> TAKEN =
      List.of(
          YearMonth.of(2020, 5),
          YearMonth.of(2021, 11),
          YearMonth.of(2022, 11),
          YearMonth.of(2024, 8));
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

  private final Nation nation;

  public SuccessionFiles(Nation nation) {
    this.nation = nation;
  }

  public List<Delivery> deliveries() {
    return TAKEN.stream()
        .map(month -> new Delivery("succession/succ_" + month + ".csv", text -> write(text, month)))
        .toList();
  }

  private void write(Text text, YearMonth month) throws IOException {
    for (Succession link : nation.successions()) {
      if (!link.on().isAfter(month.atEndOfMonth())) {
        text.quotedRow(
            link.predecessor(),
            link.successor(),
            link.reason().letter(),
            DATE.format(link.on()),
            "1");
      }
    }
  }
}

package org.cyberreadiness.samples.companion;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;
import org.jspecify.annotations.Nullable;

/** Who is in NIS scope, as three lists have it; one trust was forgotten until the last. */
public final class NisScopeFiles {
  private static final LocalDate START = LocalDate.of(2018, 5, 10);
  private static final LocalDate LAST = LocalDate.of(2024, 9, 2);
  private static final List<LocalDate> TAKEN =
      List.of(LocalDate.of(2018, 6, 11), LocalDate.of(2021, 6, 7), LAST);
  private static final String FORGOTTEN = "ZZT019";

  private final Nation nation;

  public NisScopeFiles(Nation nation) {
    this.nation = nation;
  }

  public List<Delivery> deliveries() {
    return TAKEN.stream()
        .map(day -> new Delivery("nis-scope/" + day + "/nis-scope.csv", text -> write(text, day)))
        .toList();
  }

  private void write(Text text, LocalDate day) throws IOException {
    text.row("ods_code", "in_scope_from", "in_scope_to");
    for (Organisation trust : nation.organisations(Kind::isEnglishTrust).toList()) {
      LocalDate openedOn = trust.life().openedOn();
      boolean forgotten = trust.code().equals(FORGOTTEN) && day.isBefore(LAST);
      if (!openedOn.isAfter(day) && !forgotten) {
        @Nullable LocalDate closedOn = trust.isClosedBy(day) ? trust.life().closedOn() : null;
        LocalDate from = openedOn.isBefore(START) ? START : openedOn;
        text.row(trust.code(), from, closedOn == null ? "" : closedOn);
      }
    }
  }
}

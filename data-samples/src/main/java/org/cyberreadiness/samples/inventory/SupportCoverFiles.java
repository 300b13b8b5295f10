package org.cyberreadiness.samples.inventory;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/**
 * Cover beyond the vendor's support: the central agreement of 2017/18 for the oldest platforms, its
 * successor for Windows 7, and extended support that organisations buy themselves. One list has a
 * wrong end of what was bought, and one agreement is told of more than a year after it began.
 */
public final class SupportCoverFiles {
  private static final String CENTRAL = "Custom Support Agreement";
  private static final String BOUGHT = "Extended Security Updates";
  private static final LocalDate CUT_SHORT = LocalDate.of(2024, 5, 31);
  private static final String TOLD_LATE = "ZZT017";
  private static final List<LocalDate> TAKEN =
      List.of(LocalDate.of(2018, 3, 31), LocalDate.of(2020, 3, 31), LocalDate.of(2024, 3, 31));

  private static final List<Cover> COVERS =
      List.of(
          new Cover("Windows XP", CENTRAL, "2017-06-26", "2018-06-30", 0.7),
          new Cover("Windows Server 2003", CENTRAL, "2017-06-26", "2018-06-30", 0.7),
          new Cover("SQL Server 2005", CENTRAL, "2017-06-26", "2018-06-30", 0.5),
          new Cover("Windows 7", CENTRAL, "2020-01-15", "2021-01-14", 0.9),
          new Cover("Windows Server 2008 R2", BOUGHT, "2020-01-15", "2023-01-10", 0.25),
          new Cover("Windows Server 2012 R2", BOUGHT, "2023-10-11", "2026-10-13", 0.3),
          new Cover("Windows 7", "Local agreement", "2023-02-01", "", 0.03));

  private final Nation nation;

  public SupportCoverFiles(Nation nation) {
    this.nation = nation;
  }

  public List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    TAKEN.forEach(day -> deliveries.add(delivery(day, text -> write(text, day))));
    deliveries.add(delivery(CUT_SHORT, text -> write(text, CUT_SHORT)));
    deliveries.add(delivery(LocalDate.of(2024, 7, 31), SupportCoverFiles::writeLate));
    return deliveries;
  }

  private static Delivery delivery(LocalDate day, Delivery.Content content) {
    return new Delivery("support-cover/" + day + "/support-cover.csv", content);
  }

  private void write(Text text, LocalDate asAt) throws IOException {
    text.row("ods_code", "product", "agreement", "covered_from", "covered_to");
    for (Organisation trust : nation.organisations(Kind::isEnglishTrust).toList()) {
      Chance chance = nation.chance("cover", trust.code());
      for (Cover cover : COVERS) {
        LocalDate from = LocalDate.parse(cover.from());
        if (chance.happens(cover.share()) && !from.isAfter(asAt) && trust.isOpenOn(from)) {
          String to =
              cover.to().equals("2026-10-13") && asAt.equals(CUT_SHORT) ? "2024-04-30" : cover.to();
          text.row(trust.code(), cover.product(), cover.agreement(), cover.from(), to);
        }
      }
    }
  }

  private static void writeLate(Text text) throws IOException {
    text.row("ods_code", "product", "agreement", "covered_from", "covered_to");
    text.row(TOLD_LATE, "Windows 7", "Local agreement", "2023-05-01", "");
  }

  private record Cover(String product, String agreement, String from, String to, double share) {}
}

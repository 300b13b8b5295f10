package org.cyberreadiness.samples.inspection;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/** The findings of cyber inspections, one file a quarter with what was published in it. */
public final class CyberInspections {
  private static final LocalDate FIRST_FILE = LocalDate.of(2020, 12, 31);
  private static final LocalDate LAST_FILE = Nation.LAST_NIGHT;

  private final Nation nation;
  private final List<Inspection> inspections;
  private final Findings findings;

  public CyberInspections(Nation nation) {
    this.nation = nation;
    this.inspections = new InspectionProgramme(nation).inspections();
    this.findings = new Findings(nation);
  }

  public List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    LocalDate after = LocalDate.MIN;
    for (LocalDate end = FIRST_FILE; after.isBefore(LAST_FILE); end = nextQuarterEnd(end)) {
      LocalDate start = after;
      LocalDate until = end.isAfter(LAST_FILE) ? LAST_FILE : end;
      deliveries.add(
          new Delivery(
              "cyber-inspections/cyber-inspections-" + until + ".csv",
              text -> write(text, start, until)));
      after = until;
    }
    return deliveries;
  }

  private static LocalDate nextQuarterEnd(LocalDate day) {
    return day.plusDays(1).plusMonths(3).minusDays(1);
  }

  private void write(Text text, LocalDate after, LocalDate until) throws IOException {
    text.row(
        "inspection_id",
        "ods_code",
        "inspected_on",
        "kind",
        "selection",
        "practice",
        "finding",
        "severity",
        "published_on");
    for (Inspection inspection : inspections) {
      if (inspection.publishedOn().isAfter(after) && !inspection.publishedOn().isAfter(until)) {
        for (Findings.Finding finding : findings.of(inspection)) {
          text.row(
              inspection.id(),
              code(inspection),
              inspection.inspectedOn(),
              inspection.kind(),
              inspection.selection(),
              finding.practice(),
              finding.finding(),
              finding.severity(),
              inspection.publishedOn());
        }
      }
    }
  }

  private String code(Inspection inspection) {
    String code = inspection.organisation().code();
    boolean small = nation.chance("inspected-code", inspection.id()).happens(0.03);
    return small ? code.toLowerCase(Locale.ROOT) : code;
  }
}

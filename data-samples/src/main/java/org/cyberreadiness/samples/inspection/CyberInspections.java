package org.cyberreadiness.samples.inspection;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/** The findings of cyber inspections, one file a quarter with what was published in it. */
public final class CyberInspections {
  private static final LocalDate FIRST_FILE = LocalDate.of(2020, 12, 31);
  private static final LocalDate LAST_FILE = LocalDate.of(2024, 8, 31);

  private final List<Inspection> inspections;
  private final Findings findings;

  public CyberInspections(Nation nation) {
    this.inspections = new InspectionProgramme(nation).inspections();
    this.findings = new Findings(nation);
  }

  public List<Delivery> deliveries() {
    return Stream.iterate(FIRST_FILE, day -> day.isBefore(LAST_FILE), CyberInspections::quarterOn)
        .map(this::delivery)
        .toList();
  }

  /** The next quarter's end, or the day of the last file where that comes first. */
  private static LocalDate quarterOn(LocalDate day) {
    return day.plusDays(1).plusMonths(3).minusDays(1);
  }

  private Delivery delivery(LocalDate quarterEnd) {
    LocalDate until = quarterOn(quarterEnd).isAfter(LAST_FILE) ? LAST_FILE : quarterEnd;
    LocalDate after = quarterEnd.plusDays(1).minusMonths(3).minusDays(1);
    return new Delivery(
        "cyber-inspections/cyber-inspections-" + until + ".csv", text -> write(text, after, until));
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
              inspection.organisation().code(),
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
}

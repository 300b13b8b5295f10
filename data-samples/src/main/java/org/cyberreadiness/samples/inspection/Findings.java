package org.cyberreadiness.samples.inspection;

import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.chance.Normal;
import org.cyberreadiness.samples.chance.Shares;
import org.cyberreadiness.samples.nation.Nation;

/** What an inspection finds: the poorer the organisation, the more and the worse. */
final class Findings {
  private static final List<String> PRACTICES =
      List.of(
          "senior-lead",
          "supported-systems",
          "windows-migration",
          "agent-coverage",
          "patching",
          "alert-remediation",
          "training",
          "incident-reporting");

  private static final Shares<String> SEVERITIES =
      Shares.upTo(0.3, "low").then(0.7, "medium").then(0.93, "high").rest("critical");

  private static final double USUALLY = -0.95;
  private static final double PULL = 0.75;
  private static final double NOT_TESTED = 0.15;

  private final Nation nation;

  Findings(Nation nation) {
    this.nation = nation;
  }

  List<Finding> of(Inspection inspection) {
    Chance chance = nation.chance("findings", inspection.id() + inspection.organisation().code());
    List<Finding> findings = new ArrayList<>();
    for (String practice : PRACTICES) {
      boolean tested = !chance.happens(NOT_TESTED);
      double poor = Normal.shareBelow(USUALLY - PULL * inspection.organisation().quality());
      boolean met = !chance.happens(poor);
      String severity = SEVERITIES.at(chance.share());
      if (!tested) {
        findings.add(new Finding(practice, "not_tested", ""));
      } else if (met) {
        findings.add(new Finding(practice, "met", ""));
      } else {
        findings.add(new Finding(practice, "not_met", severity));
      }
    }
    return findings;
  }

  record Finding(String practice, String finding, String severity) {}
}

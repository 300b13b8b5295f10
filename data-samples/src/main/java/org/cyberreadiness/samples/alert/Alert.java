package org.cyberreadiness.samples.alert;

import java.time.LocalDate;
import java.util.List;
import org.cyberreadiness.samples.writing.JsonObject;

/** One alert. */
record Alert(
    String threatId,
    LocalDate publishedOn,
    int publishedSecond,
    String threatType,
    Severity severity,
    List<String> weaknesses,
    String title) {

  enum Severity {
    HIGH("High"),
    MEDIUM("Medium"),
    LOW("Low"),
    INFORMATION_ONLY("Information only");

    private final String words;

    Severity(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  Alert withSeverity(Severity other) {
    return new Alert(threatId, publishedOn, publishedSecond, threatType, other, weaknesses, title);
  }

  long publishedSecondOfTime() {
    return publishedOn.toEpochDay() * 86_400 + publishedSecond;
  }

  String json() {
    return new JsonObject()
        .with("threatId", threatId)
        .with("publishedDate", publishedSecondOfTime() * 1000)
        .with("threatType", threatType)
        .with("severity", severity.words())
        .with("cveIdentifiers", weaknesses)
        .with("title", title)
        .with("shortsummary", "<p>" + title + ". Made up, no action is needed.</p>")
        .with(
            "remediationSteps",
            List.of("<p>Apply the update that the (made-up) supplier has released.</p>"))
        .toString();
  }
}

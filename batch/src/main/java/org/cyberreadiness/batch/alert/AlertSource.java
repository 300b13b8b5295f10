package org.cyberreadiness.batch.alert;

import java.util.List;
import java.util.Map;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;

/** Cyber alerts (CareCERT, NHS cyber alerts): pages of the public list, or one object a line. */
public final class AlertSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
        "alerts",
        "Cyber alerts",
        31,
        "Which alert was published when, how severe it is.",
        List.of(
            Columns.text("threat_id", "Id of the alert, such as CC-4404").required(),
            Columns.epochMillis("published_at", "When it was published").required(),
            Columns.word(
                "severity",
                "Severity; empty where the page does not say it",
                Map.of(
                    "High", "high",
                    "Medium", "medium",
                    "Low", "low",
                    "Information only", "information",
                    "Information", "information")),
            Columns.text("threat_type", "Kind of threat").incidental(),
            Columns.text("title", "Title").required()),
        List.of(
            Layout.json(
                "public list of alerts",
                "threatId",
                "threat_id",
                "publishedDate",
                "published_at",
                "severity",
                "severity",
                "threatType",
                "threat_type",
                "title",
                "title")),
        Source.AsAt.ofFileOfEvents("published_at"));
  }
}

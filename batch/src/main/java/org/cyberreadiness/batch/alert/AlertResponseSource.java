package org.cyberreadiness.batch.alert;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;

/** Responses to alerts: one row a stage that an organisation reached. */
public final class AlertResponseSource implements DeclaresSource {
  @Override
  public Source source() {
    return Source.of(
        "alert-responses",
        "Responses to alerts",
        31,
        "Which organisation reached which stage of its answer to an alert, when, and who answered"
            + " for it.",
        List.of(
            Columns.text("threat_id", "Alert").required(),
            Columns.odsCode("ods_code", "Organisation the answer is for").required(),
            Columns.word(
                    "stage",
                    "Stage reached",
                    "acknowledged",
                    "applicable",
                    "not_applicable",
                    "remediated",
                    "closed")
                .required(),
            Columns.instant("reached_at", "When").required(),
            Columns.odsCode("responded_by", "Who answered: itself, or a service for many")
                .required()),
        List.of(
            Layout.csv(
                "our own",
                "threat_id",
                "threat_id",
                "ods_code",
                "ods_code",
                "stage",
                "stage",
                "at",
                "reached_at",
                "responded_by",
                "responded_by")),
        Source.AsAt.ofRow("reached_at"));
  }
}

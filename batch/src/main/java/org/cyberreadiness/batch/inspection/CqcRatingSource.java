package org.cyberreadiness.batch.inspection;

import java.util.List;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.Source;

/**
 * CQC ratings: both sheets of the monthly file as CSV. Only ratings and codes are kept: no names,
 * no addresses, no individuals.
 */
public final class CqcRatingSource implements DeclaresSource {
  private static final String[] DOMAINS = {
    "Safe", "Effective", "Caring", "Responsive", "Well-led", "Overall"
  };

  @Override
  public Source source() {
    return Source.of(
        "cqc-ratings",
        "CQC ratings",
        62,
        "How CQC rated each provider and location, service by service and domain by domain.",
        List.of(
            Columns.odsCode("ods_code", "Provider or location; empty where CQC knows no ODS code")
                .required(),
            Columns.word("level", "Which sheet it stands in", "provider", "location").required(),
            Columns.text(
                "kind", "Kind of provider or location; ratings of individuals are not shown"),
            Columns.text("service_group", "Service or population group; Overall is the whole")
                .required(),
            Columns.word("domain", "What was rated", DOMAINS).required(),
            Columns.word(
                    "rating",
                    "Rating",
                    "Outstanding",
                    "Good",
                    "Requires improvement",
                    "Inadequate",
                    "Not applicable",
                    "Not Rated",
                    "Inspected but not rated",
                    "Insufficient evidence to rate",
                    "No published rating",
                    "Under Appeal")
                .required(),
            Columns.date("published_on", "Day of publication", "dd/MM/uuuu"),
            Columns.flag(
                "inherited",
                "Whether it is carried over from a predecessor",
                List.of("Y", "Yes"),
                List.of("N", "No"))),
        List.of(
            sheet("Providers", "Provider ODS Code", "Domain", "provider", "Provider Type"),
            sheet("Locations", "Location ODS Code", "Domain", "location", "Location Type"),
            sheet(
                "Providers, to 2019",
                "Provider ODS Code",
                "Key Question",
                "provider",
                "Provider Type"),
            sheet(
                "Locations, to 2019",
                "Location ODS Code",
                "Key Question",
                "location",
                "Location Type")),
        Source.AsAt.ofFileOrLargest("published_on"));
  }

  private static Layout sheet(
      String vintage, String code, String domain, String level, String kind) {
    return Layout.csv(
            vintage,
            code,
            "ods_code",
            kind,
            "kind",
            "Service / Population Group",
            "service_group",
            domain,
            "domain",
            "Latest Rating",
            "rating",
            "Publication Date",
            "published_on",
            "Inherited Rating (Y/N)",
            "inherited")
        .withDefault("level", level)
        .optional(kind, "Inherited Rating (Y/N)");
  }
}

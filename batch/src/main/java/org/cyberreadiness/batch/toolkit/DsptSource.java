package org.cyberreadiness.batch.toolkit;

import java.time.LocalDate;
import java.util.List;
import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.Columns;
import org.cyberreadiness.batch.validation.DeclaresSource;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.Layout;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.Source;
import org.cyberreadiness.batch.validation.TypedRow;
import org.cyberreadiness.batch.validation.UnreadableValue;
import org.jspecify.annotations.Nullable;

/** DSPT organisation search export: each organisation's latest publication, as at the export. */
public final class DsptSource implements DeclaresSource {
  /** 2019 left the edition out of the status: there was only the first. */
  private static final String FIRST_EDITION = "18/19 Standards Met";

  @Override
  public Source source() {
    return Source.of(
            "dspt",
            "DSPT organisation search",
            120,
            "What each organisation last published in the toolkit, as at the day of the export.",
            List.of(
                Columns.odsCode("code", "ODS code").required(),
                Columns.text("name", "Name as shown in the toolkit").incidental(),
                Columns.text("edition", "Edition it last published; empty when not published")
                    .parsedBy(ToolkitStatus.EXPECTED, raw -> ToolkitStatus.of(raw).edition()),
                Columns.text("outcome", "Outcome of that edition")
                    .parsedBy(ToolkitStatus.EXPECTED, DsptSource::outcome)
                    .required(),
                Columns.date("published_on", "Date of publication", "dd/MM/uuuu", "uuuu-MM-dd")
                    .incidental(),
                Columns.text("sector", "Primary sector as declared").incidental(),
                Columns.text("commissioner", "Commissioner or board as shown in the toolkit")
                    .incidental()),
            List.of(
                Layout.csv(
                    "2023 on",
                    "Code",
                    "code",
                    "Organisation Name",
                    "name",
                    "Status",
                    "edition",
                    "Status",
                    "outcome",
                    "Date Of Publication",
                    "published_on",
                    "Primary Sector",
                    "sector",
                    "Integrated Care Board (where available, from ODS)",
                    "commissioner"),
                Layout.csv(
                    "2022",
                    "Code",
                    "code",
                    "Organisation Name",
                    "name",
                    "Status",
                    "edition",
                    "Status",
                    "outcome",
                    "Date Of Publication",
                    "published_on",
                    "Primary Sector",
                    "sector",
                    "Commissioner (From ODS)",
                    "commissioner"),
                Layout.csv(
                    "2020-2021",
                    "Code",
                    "code",
                    "Organisation Name",
                    "name",
                    "Latest Status",
                    "edition",
                    "Latest Status",
                    "outcome",
                    "Date Of Publication",
                    "published_on",
                    "Primary Sector",
                    "sector",
                    "Commissioner (From ODS)",
                    "commissioner"),
                Layout.csv(
                        "2019",
                        "ODSCode",
                        "code",
                        "OrganisationName",
                        "name",
                        "PublicationStatus",
                        "edition",
                        "PublicationStatus",
                        "outcome",
                        "DateOfPublication",
                        "published_on",
                        "PrimarySector",
                        "sector",
                        "CCG (from ODS and CQC)",
                        "commissioner")
                    .withDefault("edition", FIRST_EDITION)
                    .withDefault("outcome", "Not Published")),
            Source.AsAt.ofNamedFile())
        .withRules(DsptSource::namesItsEdition, DsptSource::isPublishedInItsTime);
  }

  /** The outcome; put in order when the status is not in today's words. */
  private static Object outcome(String raw) throws UnreadableValue {
    ToolkitStatus status = ToolkitStatus.of(raw);
    return status.isInTodaysWords(raw) ? status.outcome() : new Column.PutInOrder(status.outcome());
  }

  /** An edition is named after two years; it cannot be published before the year before them. */
  private static @Nullable Finding isPublishedInItsTime(TypedRow row) {
    String edition = row.text("edition");
    if (edition == null || !(row.value("published_on") instanceof LocalDate published)) {
      return null;
    }
    int firstYear = 2000 + Integer.parseInt(edition.substring(0, 2));
    return published.getYear() < firstYear - 1
        ? new Finding(
            "Status",
            RejectReason.CONTRADICTION,
            "Edition " + edition + " cannot have been published on " + published + ".")
        : null;
  }

  private static @Nullable Finding namesItsEdition(TypedRow row) {
    String outcome = String.valueOf(row.text("outcome"));
    return row.text("edition") == null && !outcome.equals("not_published")
        ? new Finding(
            "Status",
            RejectReason.UNKNOWN_WORD,
            "The status names no edition. Expected " + ToolkitStatus.EXPECTED + ".")
        : null;
  }
}

package org.cyberreadiness.samples.toolkit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The layouts that the organisation export has had. */
enum Vintage {
  SPREADSHEET_2019,
  LATEST_STATUS_2020,
  STATUS_2022,
  BOARD_2023;

  static Vintage on(LocalDate day) {
    if (day.isBefore(LocalDate.of(2020, 4, 1))) {
      return SPREADSHEET_2019;
    }
    if (day.isBefore(LocalDate.of(2022, 1, 1))) {
      return LATEST_STATUS_2020;
    }
    return day.isBefore(LocalDate.of(2023, 1, 1)) ? STATUS_2022 : BOARD_2023;
  }

  List<String> header() {
    return switch (this) {
      case SPREADSHEET_2019 ->
          List.of(
              "OrganisationName",
              "ODSCode",
              "PublicationStatus",
              "DateOfPublication",
              "PrimarySector",
              "CCG (from ODS and CQC)");
      case LATEST_STATUS_2020 -> header("Latest Status", "Commissioner (From ODS)");
      case STATUS_2022 -> header("Status", "Commissioner (From ODS)");
      case BOARD_2023 -> header("Status", "Integrated Care Board (where available, from ODS)");
    };
  }

  List<String> row(ExportRow row) {
    String first = this == SPREADSHEET_2019 ? row.name() : row.code();
    String second = this == SPREADSHEET_2019 ? row.code() : row.name();
    return List.of(
        first, second, row.status(), row.publishedOn(), row.sector(), row.commissioner());
  }

  String status(@Nullable Return newest, LocalDate day) {
    if (newest == null) {
      return this == SPREADSHEET_2019 ? "" : "Not Published";
    }
    Outcome outcome = newest.outcomeOn(day);
    return this == SPREADSHEET_2019
        ? status2019(newest.edition(), outcome)
        : newest.edition().label() + " " + outcome.words();
  }

  boolean namesBoards() {
    return this == BOARD_2023;
  }

  /** The first edition went without saying; the second stood last and with a dash. */
  private static String status2019(Edition edition, Outcome outcome) {
    String words =
        outcome == Outcome.APPROACHING ? "Standards not fully met (plan agreed)" : outcome.words();
    return edition == Edition.E1819
        ? words
        : words + " (" + edition.label().replace('/', '-') + ")";
  }

  private static List<String> header(String status, String commissioner) {
    return List.of(
        "Code", "Organisation Name", status, "Date Of Publication", "Primary Sector", commissioner);
  }
}

package org.cyberreadiness.samples.organisation;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;
import org.jspecify.annotations.Nullable;

/**
 * The ODS lists as they were in the months in which they were taken: 27 columns, every field
 * quoted, no header. {@code epraccur} also lists prescribing cost centres, closed and dormant
 * practices and Welsh ones, as the real list does; a few practices closed in 2020 and opened again.
 */
public final class OdsFiles {
  private static final List<YearMonth> TAKEN =
      List.of(
          YearMonth.of(2019, 2),
          YearMonth.of(2020, 2),
          YearMonth.of(2021, 2),
          YearMonth.of(2021, 11),
          YearMonth.of(2022, 7),
          YearMonth.of(2023, 4),
          YearMonth.of(2023, 10),
          YearMonth.of(2024, 8));
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int COLUMNS = 27;
  private static final LocalDate AWAY_FROM = LocalDate.of(2020, 1, 31);
  private static final LocalDate BACK_ON = LocalDate.of(2021, 9, 1);
  private static final List<String> OTHER_SETTINGS = List.of("0", "9", "10", "2", "8", "12", "13");

  private final Nation nation;

  public OdsFiles(Nation nation) {
    this.nation = nation;
  }

  public List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    for (YearMonth month : TAKEN) {
      for (OdsList list : OdsList.values()) {
        if (!list.isPublished()) {
          continue;
        }
        deliveries.add(
            new Delivery(
                "ods/" + list.fileName() + "_" + month + ".csv", text -> write(text, list, month)));
      }
    }
    return deliveries;
  }

  private void write(Text text, OdsList list, YearMonth month) throws IOException {
    LocalDate day = month.atEndOfMonth();
    for (Organisation organisation : nation.organisations(list::lists).toList()) {
      if (!organisation.life().openedOn().isAfter(day)) {
        text.quotedRow((Object[]) row(nation.asOn(organisation, day), list, day));
      }
    }
  }

  private String[] row(Organisation organisation, OdsList list, LocalDate day) {
    Chance chance = nation.chance("address", organisation.code());
    @Nullable LocalDate closedOn = closedOn(organisation, day);
    String[] cells = new String[COLUMNS];
    Arrays.fill(cells, "");
    cells[0] = organisation.code();
    cells[1] = organisation.name();
    cells[2] = organisation.regionCode();
    cells[3] = organisation.icbCode();
    cells[4] = "EXAMPLE HOUSE";
    cells[5] = chance.between(1, 199) + " " + upper(chance.pick(Streets.NAMES));
    cells[7] = upper(organisation.place());
    cells[9] = "ZZ" + chance.between(1, 98) + " " + chance.between(1, 9) + "ZZ";
    cells[10] = DATE.format(organisation.life().openedOn());
    cells[11] = closedOn == null ? "" : DATE.format(closedOn);
    cells[12] = status(organisation, list, closedOn);
    cells[13] = subType(organisation.kind());
    cells[14] = organisation.commissioner() + organisation.parent();
    cells[15] = cells[14].isEmpty() ? "" : "20130401";
    cells[17] = "01632 960" + chance.between(100, 999);
    cells[21] = chance.happens(0.1) ? "1" : "0";
    cells[23] =
        list == OdsList.EPRACCUR ? organisation.commissioner() : oldRegionLetter(organisation);
    cells[25] = prescribingSetting(organisation, chance);
    return cells;
  }

  /** The day on which it closed, as the list of a day has it; a few open again later. */
  private @Nullable LocalDate closedOn(Organisation organisation, LocalDate day) {
    boolean opensAgain =
        organisation.kind() == Kind.GP_PRACTICE
            && nation.chance("opens-again", organisation.code()).happens(0.01);
    if (opensAgain && !day.isBefore(AWAY_FROM) && day.isBefore(BACK_ON)) {
      return AWAY_FROM;
    }
    return organisation.isClosedBy(day) ? organisation.life().closedOn() : null;
  }

  private String status(Organisation organisation, OdsList list, @Nullable LocalDate closedOn) {
    return switch (list) {
      case ETR, ECT, ECCG -> "";
      default -> closedOn != null ? "C" : nation.isDormant(organisation) ? "D" : "A";
    };
  }

  private static String subType(Kind kind) {
    return switch (kind) {
      case SUB_ICB -> "C";
      case CARE_TRUST -> "T";
      case GP_PRACTICE, WELSH_PRACTICE -> "B";
      case COST_CENTRE -> "Z";
      default -> "";
    };
  }

  private static String oldRegionLetter(Organisation organisation) {
    if (organisation.kind().isWelsh()) {
      return "W";
    }
    return organisation.kind().isTrust()
        ? String.valueOf((char) ('A' + organisation.regionCode().charAt(2) - '0'))
        : "";
  }

  private static String prescribingSetting(Organisation organisation, Chance chance) {
    return switch (organisation.kind()) {
      case GP_PRACTICE -> "4";
      case WELSH_PRACTICE -> "4";
      case COST_CENTRE -> chance.pick(OTHER_SETTINGS);
      default -> "";
    };
  }

  private static String upper(String words) {
    return words.toUpperCase(Locale.ROOT);
  }
}

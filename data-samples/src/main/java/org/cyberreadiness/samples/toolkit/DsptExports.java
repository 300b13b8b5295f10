package org.cyberreadiness.samples.toolkit;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;
import org.jspecify.annotations.Nullable;

/**
 * The exports of the organisation search through the years, each in the layout of its time and with
 * the dirt that real ones have. Two of them hold one sector only.
 */
public final class DsptExports {
  private static final List<String> TAKEN_AT =
      List.of(
          "2019-03-04T09:15:20",
          "2019-04-08T10:02:41",
          "2019-09-12T08:55:03",
          "2020-01-14T11:20:36",
          "2020-06-08T09:41:12",
          "2020-10-06T09:12:58",
          "2021-01-12T10:33:07",
          "2021-06-07T08:47:45",
          "2021-07-05T09:05:31",
          "2021-09-10T12:16:22",
          "2022-01-11T09:58:50",
          "2022-06-06T08:39:14",
          "2022-07-05T09:27:33",
          "2022-09-09T12:44:09",
          "2023-01-10T10:11:27",
          "2023-06-06T09:36:42",
          "2023-07-04T08:52:19",
          "2023-09-05T09:48:55",
          "2024-01-09T10:24:38",
          "2024-06-04T09:08:01",
          "2024-07-02T08:31:47",
          "2024-09-09T09:55:26");

  private static final LocalDateTime TRUSTS_ONLY = LocalDateTime.parse("2021-11-16T14:03:12");
  private static final LocalDateTime CARE_ONLY = LocalDateTime.parse("2023-11-07T15:20:44");
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("dd_MM_uuuu HH_mm_ss", Locale.ROOT);
  private static final LocalDate VANISHED_FROM = LocalDate.of(2023, 6, 1);
  private static final int LINGERS_DAYS = 120;

  private final Nation nation;
  private final ExportRows rows;

  public DsptExports(Nation nation) {
    this.nation = nation;
    this.rows = new ExportRows(nation);
  }

  /** The kept exports, one on each of the last nights, and one a day from then on. */
  public List<Delivery> deliveries(List<LocalDate> laterNights) {
    List<Delivery> deliveries = new ArrayList<>();
    nation.scale().lastNights().stream()
        .filter(night -> TAKEN_AT.stream().noneMatch(at -> at.startsWith(night.toString())))
        .map(night -> night.atTime(6, 0))
        .forEach(at -> deliveries.add(delivery(at, kind -> true)));
    TAKEN_AT.forEach(at -> deliveries.add(delivery(LocalDateTime.parse(at), kind -> true)));
    deliveries.add(delivery(TRUSTS_ONLY, Kind::isTrust));
    deliveries.add(
        delivery(CARE_ONLY, kind -> kind == Kind.CARE_HEAD_OFFICE || kind == Kind.CARE_SITE));
    laterNights.forEach(night -> deliveries.add(delivery(night.atTime(6, 0), kind -> true)));
    return deliveries;
  }

  private Delivery delivery(LocalDateTime at, Predicate<Kind> sector) {
    return new Delivery(
        "dspt/DSPT search results " + NAME.format(at) + ".csv",
        text -> write(text, at.toLocalDate(), sector));
  }

  private void write(Text text, LocalDate day, Predicate<Kind> sector) throws IOException {
    Vintage vintage = Vintage.on(day);
    Chance dirt = nation.chance("export", day.toString());
    if (vintage.namesBoards() || dirt.happens(0.3)) {
      text.byteOrderMark();
    }
    text.row(
        vintage.header().stream()
            .map(column -> dirt.happens(0.25) ? " " + column + " " : column)
            .toArray());
    for (Organisation organisation : listed(day, sector).toList()) {
      ExportRow row = ExportStories.told(rows.of(organisation, vintage, day), day);
      text.row(vintage.row(row).toArray());
      for (ExportRow other : ExportStories.besides(row, day)) {
        text.row(vintage.row(other).toArray());
      }
    }
  }

  private Stream<Organisation> listed(LocalDate day, Predicate<Kind> sector) {
    return nation
        .organisations(sector.and(kind -> kind != Kind.COST_CENTRE))
        .filter(organisation -> isListed(organisation, day))
        .sorted(Comparator.comparing(Organisation::code));
  }

  private boolean isListed(Organisation organisation, LocalDate day) {
    @Nullable LocalDate closedOn = organisation.life().closedOn();
    if (organisation.life().openedOn().isAfter(day)
        || (closedOn != null && closedOn.plusDays(LINGERS_DAYS).isBefore(day))
        || nation.isDormant(organisation)) {
      return false;
    }
    if (ExportStories.tellOf(organisation.code())) {
      return true;
    }
    Chance chance = nation.chance("listed", organisation.code());
    boolean vanishes = chance.happens(organisation.kind().isTrust() ? 0.004 : 0.008);
    return switch (organisation.kind()) {
          case ICB -> !day.isBefore(Nation.BOARDS_FROM);
          case WELSH_PRACTICE -> chance.happens(0.3);
          default -> true;
        }
        && !(vanishes && !day.isBefore(VANISHED_FROM))
        && !nation.chance("absent-" + day, organisation.code()).happens(0.012);
  }
}

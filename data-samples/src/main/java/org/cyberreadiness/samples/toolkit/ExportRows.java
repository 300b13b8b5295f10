package org.cyberreadiness.samples.toolkit;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.jspecify.annotations.Nullable;

/** What an export says of an organisation, as cleanly as exports are. */
final class ExportRows {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final String NOT_A_DATE = "CompletedThroughQIO";

  private final Nation nation;
  private final Returns returns;

  ExportRows(Nation nation) {
    this.nation = nation;
    this.returns = new Returns(nation);
  }

  ExportRow of(Organisation organisation, Vintage vintage, LocalDate day) {
    @Nullable Return newest = published(organisation, day);
    Chance lasting = nation.chance("declared", organisation.code());
    Chance dirt = nation.chance("dirt-" + day, organisation.code());
    String code = organisation.code();
    String name = dirtyName(organisation, lasting, dirt);
    String sector = sector(organisation, vintage, lasting);
    String status = vintage.status(newest, day);
    return new ExportRow(
        isWrittenSmall(organisation, lasting) ? code.toLowerCase(Locale.ROOT) : code,
        name,
        !status.isEmpty() && dirt.happens(0.006) ? status + "." : status,
        newest == null ? "" : publishedOn(newest, vintage, organisation.kind(), dirt),
        sector,
        commissioner(nation.asOn(organisation, day), vintage));
  }

  /** What it shows of an organisation; a trust that was dissolved has published nothing. */
  private @Nullable Return published(Organisation organisation, LocalDate day) {
    boolean dissolved = organisation.kind().isTrust() && organisation.isClosedBy(day);
    return dissolved ? null : Returns.newestOn(day, returns.of(organisation)).orElse(null);
  }

  /** In 2019 a few care providers have a word where the day should be. */
  private static String publishedOn(Return newest, Vintage vintage, Kind kind, Chance dirt) {
    boolean care = kind == Kind.CARE_HEAD_OFFICE || kind == Kind.CARE_SITE;
    boolean word = vintage == Vintage.SPREADSHEET_2019 && care && dirt.happens(0.08);
    return word ? NOT_A_DATE : DATE.format(newest.publishedOn());
  }

  private static boolean isWrittenSmall(Organisation organisation, Chance lasting) {
    return lasting.happens(0.004) && !ExportStories.tellOf(organisation.code());
  }

  private static String dirtyName(Organisation organisation, Chance lasting, Chance dirt) {
    String name = organisation.name();
    if (organisation.kind() == Kind.SUB_ICB) {
      name += " (CCG)";
    } else if (organisation.kind() == Kind.GP_PRACTICE
        ? lasting.happens(0.8)
        : lasting.happens(0.03)) {
      name += " (" + organisation.code() + ")";
    }
    return dirt.happens(0.01) ? " " + name : name;
  }

  private static String sector(Organisation organisation, Vintage vintage, Chance lasting) {
    Sector own = Sector.of(organisation.kind());
    boolean wrong = !organisation.kind().isTrust() && lasting.happens(0.012);
    if (wrong && organisation.kind() != Kind.LOCAL_AUTHORITY) {
      return lasting.happens(0.5) ? "NHS Trust" : "No Sector Identified";
    }
    return vintage == Vintage.SPREADSHEET_2019 ? own.label2019() : own.label();
  }

  private String commissioner(Organisation organisation, Vintage vintage) {
    if (organisation.commissioner().isEmpty()) {
      return "";
    }
    return vintage.namesBoards()
        ? organisation.icb().name()
        : nation.organisation(organisation.commissioner()).name() + " (CCG)";
  }
}

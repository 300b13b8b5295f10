package org.cyberreadiness.samples.inspection;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cyberreadiness.samples.chance.Chance;
import org.cyberreadiness.samples.chance.Normal;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.Text;

/**
 * CQC's latest ratings, both sheets as CSV, as they were in some months. An organisation's own
 * rating is the row with group and domain Overall; hospitals also have rows for their services.
 */
public final class CqcRatingFiles {
  private static final List<LocalDate> TAKEN =
      List.of(
          LocalDate.of(2023, 9, 1),
          LocalDate.of(2024, 3, 1),
          LocalDate.of(2024, 8, 1),
          LocalDate.of(2024, 9, 2));

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final List<String> DOMAINS =
      List.of("Safe", "Effective", "Caring", "Responsive", "Well-led", "Overall");
  private static final List<String> HOSPITAL_GROUPS =
      List.of(
          "Overall",
          "Urgent and emergency services",
          "Medical care (including older people's care)",
          "Surgery",
          "Critical care",
          "Maternity",
          "Outpatients");

  private static final List<String> PRACTICE_GROUPS =
      List.of("Overall", "Older people", "People with long-term conditions");

  private static final String PROVIDER_HEADER =
      "Provider ID,Provider ODS Code,Provider Name,Provider Type,"
          + "Provider Primary Inspection Category,Provider Street Address,Provider Address Line 2,"
          + "Provider City,Provider Post Code,Provider Local Authority,Provider Region,"
          + "Provider NHS Region,Service / Population Group,Domain,Latest Rating,Publication Date,"
          + "Report Type,Inherited Rating (Y/N),URL,Brand ID,Brand Name";

  private static final String LOCATION_HEADER =
      "Location ID,Location ODS Code,Location Name,Care Home?,Location Type,"
          + "Location Primary Inspection Category,Location Street Address,Location Address Line 2,"
          + "Location City,Location Post Code,Location Local Authority,Location Region,"
          + "Location NHS Region,Location ONSPD CCG Code,Location ONSPD CCG,"
          + "Location Commissioning CCG Code,Location Commissioning CCG Name,"
          + "Service / Population Group,Domain,Latest Rating,Publication Date,Report Type,"
          + "Inherited Rating (Y/N),URL,Provider ID,Provider Name,Brand ID,Brand Name";

  private final Nation nation;

  public CqcRatingFiles(Nation nation) {
    this.nation = nation;
  }

  public List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    String ending = ".csv" + nation.scale().ending();
    List<LocalDate> taken =
        nation.scale().isLarge() ? TAKEN.subList(TAKEN.size() - 2, TAKEN.size()) : TAKEN;
    for (LocalDate day : taken) {
      String folder = "cqc-ratings/" + day + "/Latest_ratings_";
      deliveries.add(
          new Delivery(folder + "Providers" + ending, text -> writeProviders(text, day)));
      deliveries.add(
          new Delivery(folder + "Locations" + ending, text -> writeLocations(text, day)));
    }
    return deliveries;
  }

  private void writeProviders(Text text, LocalDate day) throws IOException {
    text.line(PROVIDER_HEADER);
    for (Organisation one : nation.organisations(CqcRatingFiles::isProvider).toList()) {
      if (one.isOpenOn(day)) {
        Chance kind = nation.chance("cqc-kind", one.code());
        boolean individual = !one.kind().isTrust() && kind.happens(0.02);
        for (Rating rating : ratings(one, List.of("Overall"), day)) {
          text.row(
              providerId(one.code()),
              one.code(),
              individual ? "Example individual " + one.code() : one.name(),
              individual
                  ? "Individual"
                  : one.kind().isTrust() ? "NHS Healthcare Organisation" : "Organisation",
              category(one.kind()),
              "Example House",
              "",
              one.place(),
              "ZZ1 1ZZ",
              one.icb().area(),
              cqcRegion(one),
              one.icb().region().name(),
              rating.group(),
              rating.domain(),
              rating.words(),
              DATE.format(rating.publishedOn()),
              "Provider",
              "N",
              "https://cqc.example/provider/" + providerId(one.code()),
              "",
              "");
        }
      }
    }
  }

  private void writeLocations(Text text, LocalDate day) throws IOException {
    text.line(LOCATION_HEADER);
    for (Organisation one : nation.organisations(CqcRatingFiles::isLocation).toList()) {
      if (!one.isOpenOn(day)) {
        continue;
      }
      String provider = one.parent().isEmpty() ? one.code() : one.parent();
      for (Rating rating : ratings(one, groups(one.kind()), day)) {
        text.row(
            "2-" + one.code(),
            one.code(),
            one.name(),
            one.kind() == Kind.CARE_SITE ? "Y" : "N",
            one.kind().isTrust() ? "NHS Healthcare Organisation" : "Independent Organisation",
            category(one.kind()),
            "Example House",
            "",
            one.place(),
            "ZZ1 1ZZ",
            one.icb().area(),
            cqcRegion(one),
            one.icb().region().name(),
            "",
            "",
            one.commissioner(),
            "",
            rating.group(),
            rating.domain(),
            rating.words(),
            DATE.format(rating.publishedOn()),
            "Location",
            "N",
            "https://cqc.example/location/2-" + one.code(),
            providerId(provider),
            nation.organisation(provider).name(),
            "",
            "");
      }
    }
  }

  private List<Rating> ratings(Organisation organisation, List<String> groups, LocalDate day) {
    List<Rating> ratings = new ArrayList<>();
    Chance lasting = nation.chance("cqc", organisation.code());
    LocalDate older = lasting.day(LocalDate.of(2016, 1, 1), LocalDate.of(2023, 6, 30));
    LocalDate newer = lasting.day(LocalDate.of(2023, 7, 1), LocalDate.of(2025, 6, 30));
    boolean again = !newer.isAfter(day);
    Chance chance = nation.chance(again ? "cqc-again" : "cqc-before", organisation.code());
    double own = 0.5 * organisation.quality() + 0.87 * chance.normal();
    for (String group : groups) {
      for (String domain : DOMAINS) {
        double mark = Normal.shareBelow(0.85 * own + 0.5 * chance.normal());
        ratings.add(
            new Rating(
                group, domain, words(organisation.kind(), mark, chance), again ? newer : older));
      }
    }
    return ratings;
  }

  private static String words(Kind kind, double mark, Chance chance) {
    double odd = chance.share();
    if (odd < 0.02) {
      return odd < 0.005
          ? "Not applicable"
          : odd < 0.01
              ? "Not Rated"
              : odd < 0.015 ? "Inspected but not rated" : "Insufficient evidence to rate";
    }
    double poor = kind.isTrust() ? 0.32 : kind == Kind.GP_PRACTICE ? 0.05 : 0.19;
    return mark < poor / 9
        ? "Inadequate"
        : mark < poor ? "Requires improvement" : mark < 0.95 ? "Good" : "Outstanding";
  }

  private static List<String> groups(Kind kind) {
    return kind.isTrust()
        ? HOSPITAL_GROUPS
        : kind == Kind.GP_PRACTICE ? PRACTICE_GROUPS : List.of("Overall");
  }

  private static String providerId(String code) {
    return "1-" + code;
  }

  /** CQC has nine regions of its own. */
  private static String cqcRegion(Organisation organisation) {
    boolean second = isEvenlyNumbered(organisation);
    return switch (organisation.regionCode()) {
      case "Y56" -> "London";
      case "Y58" -> "South West";
      case "Y59" -> "South East";
      case "Y60" -> second ? "West Midlands" : "East Midlands";
      case "Y61" -> "East";
      case "Y62" -> "North West";
      default -> second ? "North East" : "Yorkshire & Humberside";
    };
  }

  private static boolean isEvenlyNumbered(Organisation organisation) {
    return organisation.icbCode().charAt(organisation.icbCode().length() - 1) % 2 == 0;
  }

  private static String category(Kind kind) {
    return switch (kind) {
      case GP_PRACTICE -> "GP Practices";
      case CARE_SITE -> "Residential social care";
      case CARE_HEAD_OFFICE -> "Community based adult social care services";
      case DENTIST -> "Dentists";
      default -> "Acute hospital - NHS non-specialist";
    };
  }

  private static boolean isProvider(Kind kind) {
    return kind.isEnglishTrust() || kind == Kind.GP_PRACTICE || kind == Kind.CARE_HEAD_OFFICE;
  }

  private static boolean isLocation(Kind kind) {
    return kind.isEnglishTrust() || kind == Kind.GP_PRACTICE || kind == Kind.CARE_SITE;
  }

  private record Rating(String group, String domain, String words, LocalDate publishedOn) {}
}

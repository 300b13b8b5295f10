package org.cyberreadiness.samples.inspection;

import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Organisation;

/** Organisations as CQC knows them: its own ids, categories and regions. */
final class CqcPlaces {
  private CqcPlaces() {}

  static boolean isProvider(Kind kind) {
    return kind.isEnglishTrust() || kind == Kind.GP_PRACTICE || kind == Kind.CARE_HEAD_OFFICE;
  }

  static boolean isLocation(Kind kind) {
    return kind.isEnglishTrust() || kind == Kind.GP_PRACTICE || kind == Kind.CARE_SITE;
  }

  static String providerId(String code) {
    return "1-" + code;
  }

  static String category(Kind kind) {
    return switch (kind) {
      case GP_PRACTICE -> "GP Practices";
      case CARE_SITE -> "Residential social care";
      case CARE_HEAD_OFFICE -> "Community based adult social care services";
      case DENTIST -> "Dentists";
      default -> "Acute hospital - NHS non-specialist";
    };
  }

  /** CQC has nine regions of its own. */
  static String region(Organisation organisation) {
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
}

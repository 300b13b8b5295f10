package org.cyberreadiness.samples.organisation;

import org.cyberreadiness.samples.nation.Kind;

/** The organisation lists that ODS publishes and the kinds of organisation in each. */
enum OdsList {
  ETR("etr"),
  ECT("ect"),
  ECCG("eccg"),
  ECSU("ecsu"),
  EPRACCUR("epraccur"),
  EDISPENSARY("edispensary"),
  EGDPPRAC("egdpprac"),
  ECAREHOMEHQ("ecarehomehq"),
  ECAREHOMESITE("ecarehomesite"),
  IN_NO_LIST("");

  private final String fileName;

  OdsList(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  boolean isPublished() {
    return this != IN_NO_LIST;
  }

  boolean lists(Kind kind) {
    return this == of(kind);
  }

  private static OdsList of(Kind kind) {
    return switch (kind) {
      case TRUST, WELSH_TRUST -> ETR;
      case CARE_TRUST -> ECT;
      case SUB_ICB -> ECCG;
      case CSU -> ECSU;
      case GP_PRACTICE, COST_CENTRE, WELSH_PRACTICE -> EPRACCUR;
      case PHARMACY -> EDISPENSARY;
      case DENTIST -> EGDPPRAC;
      case CARE_HEAD_OFFICE -> ECAREHOMEHQ;
      case CARE_SITE -> ECAREHOMESITE;
      case ICB, OPTICIAN, LOCAL_AUTHORITY, COMPANY -> IN_NO_LIST;
    };
  }
}

package org.cyberreadiness.samples.nation;

/** What an organisation is. */
public enum Kind {
  TRUST("ZZT", 3),
  CARE_TRUST("ZZC", 2),
  WELSH_TRUST("ZZX", 2),
  ICB("QZ", 2),
  SUB_ICB("ZZS", 3),
  CSU("ZZU", 2),
  GP_PRACTICE("ZZG", 4),
  WELSH_PRACTICE("ZZW", 4),
  COST_CENTRE("ZZY", 4),
  PHARMACY("ZZP", 4),
  DENTIST("ZZD", 4),
  OPTICIAN("ZZO", 4),
  CARE_HEAD_OFFICE("ZZA", 4),
  CARE_SITE("ZZV", 4),
  LOCAL_AUTHORITY("ZZL", 3),
  COMPANY("ZZK", 4);

  private final String prefix;
  private final int digits;

  Kind(String prefix, int digits) {
    this.prefix = prefix;
    this.digits = digits;
  }

  /**
   * The code of the n-th of this kind. No real ODS code starts with ZZ, and no real ICB code has
   * four characters.
   */
  public String code(int number) {
    String digitsOnly = Integer.toString(number);
    return prefix + "0".repeat(Math.max(0, digits - digitsOnly.length())) + digitsOnly;
  }

  public boolean isEnglishTrust() {
    return this == TRUST || this == CARE_TRUST;
  }

  public boolean isTrust() {
    return isEnglishTrust() || this == WELSH_TRUST;
  }

  public boolean isWelsh() {
    return this == WELSH_TRUST || this == WELSH_PRACTICE;
  }
}

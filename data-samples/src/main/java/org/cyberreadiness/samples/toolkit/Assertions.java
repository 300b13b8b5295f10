package org.cyberreadiness.samples.toolkit;

import java.util.List;
import org.cyberreadiness.samples.nation.Kind;
import org.cyberreadiness.samples.nation.Nation;

/**
 * The assertions of the toolkit that an organisation answers: 38 for large ones, fewer for
 * practices.
 */
final class Assertions {
  private static final List<String> LARGE =
      List.of(
          "1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "4.3",
          "4.4", "4.5", "5.1", "5.2", "5.3", "6.1", "6.2", "6.3", "7.1", "7.2", "7.3", "8.1", "8.2",
          "8.3", "8.4", "9.1", "9.2", "9.3", "9.4", "9.5", "9.6", "10.1", "10.2", "10.3", "10.4");

  private static final List<String> PRACTICE =
      List.of(
          "1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "3.2", "4.1", "4.2", "4.3", "4.4", "4.5", "5.1",
          "5.2", "6.1", "6.2", "6.3", "7.1", "7.3", "8.1", "8.2", "8.3", "8.4", "9.1", "9.2", "9.5",
          "10.1", "10.2");

  private static final List<String> OPTIONAL_LARGE = List.of("5.3", "10.4");
  private static final List<String> OPTIONAL_PRACTICE =
      List.of("4.4", "5.2", "8.1", "8.2", "8.4", "9.2");

  /** Those that organisations find hardest: training, access, known holes, old systems, patches. */
  private static final List<String> HARD =
      List.of("3.2", "3.3", "4.5", "6.3", "7.3", "8.1", "8.2", "8.3", "8.4", "9.2", "9.3");

  private Assertions() {}

  static boolean areAskedOf(Kind kind) {
    return isLarge(kind) || kind == Kind.GP_PRACTICE;
  }

  static boolean isLarge(Kind kind) {
    return kind == Kind.SUB_ICB || answersFramework(kind);
  }

  /** Who answers the Cyber Assessment Framework from 24/25 on instead of assertions. */
  static boolean answersFramework(Kind kind) {
    return kind.isEnglishTrust() || kind == Kind.ICB || kind == Kind.CSU;
  }

  /** Sub-ICBs answered up to 21/22, boards from 22/23; from 24/25 some answer elsewhere. */
  static boolean isAskedForReturns(Kind kind, Edition edition) {
    boolean isBefore = edition.deadline().isBefore(Nation.BOARDS_FROM);
    return switch (kind) {
      case SUB_ICB -> isBefore;
      case ICB -> !isBefore && edition != Edition.E2425;
      case CSU -> edition != Edition.E2425;
      default -> true;
    };
  }

  static List<String> of(Kind kind) {
    return isLarge(kind) ? LARGE : PRACTICE;
  }

  static boolean isMandatory(Kind kind, String assertion) {
    return !(isLarge(kind) ? OPTIONAL_LARGE : OPTIONAL_PRACTICE).contains(assertion);
  }

  static boolean isHard(String assertion) {
    return HARD.contains(assertion);
  }
}

package org.cyberreadiness.samples.nation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How big the made-up nation is. Its 212 trusts, 42 ICBs and seven regions are the same at every
 * scale.
 *
 * @param organisations how many there are of each other kind
 * @param typicalTrustDevices devices of the median trust; real: about 5,000
 * @param typicalPracticeDevices devices of the usual GP practice
 * @param inventories how many month-ends have an inventory
 * @param inventoryParts how many files an inventory has
 * @param alertYears for how many years alerts are kept
 */
public record Scale(
    String name,
    Map<Kind, Integer> organisations,
    int typicalTrustDevices,
    int typicalPracticeDevices,
    int inventories,
    int inventoryParts,
    int alertYears) {

  private static final Map<Kind, Integer> TWELVE_HUNDRED =
      Map.of(
          Kind.SUB_ICB, 50,
          Kind.GP_PRACTICE, 300,
          Kind.COST_CENTRE, 40,
          Kind.PHARMACY, 200,
          Kind.DENTIST, 50,
          Kind.OPTICIAN, 20,
          Kind.CARE_HEAD_OFFICE, 100,
          Kind.CARE_SITE, 120,
          Kind.LOCAL_AUTHORITY, 50,
          Kind.COMPANY, 20);

  private static final Map<Kind, Integer> SIXTY_THOUSAND =
      Map.of(
          Kind.SUB_ICB, 106,
          Kind.GP_PRACTICE, 6_500,
          Kind.COST_CENTRE, 3_000,
          Kind.PHARMACY, 11_500,
          Kind.DENTIST, 7_200,
          Kind.OPTICIAN, 4_600,
          Kind.CARE_HEAD_OFFICE, 9_500,
          Kind.CARE_SITE, 17_000,
          Kind.LOCAL_AUTHORITY, 330,
          Kind.COMPANY, 3_000);

  /** About 1,200 organisations and 10,000 devices: small enough to try. */
  public static final Scale SAMPLE = new Scale("sample", TWELVE_HUNDRED, 41, 3, 15, 2, 4);

  /**
   * The real nation's size: 60,000 organisations, 2 million devices a night. Trusts are larger than
   * real ones to make up for the estates of all other organisations.
   */
  public static final Scale NATIONAL = new Scale("national", SIXTY_THOUSAND, 8_450, 60, 1, 64, 10);

  public Scale {
    organisations = Map.copyOf(organisations);
  }

  public static Optional<Scale> named(String name) {
    return Stream.of(SAMPLE, NATIONAL).filter(scale -> scale.name().equals(name)).findFirst();
  }

  /** The nights, up to the last, that each bring an inventory and an export of their own. */
  public List<LocalDate> lastNights() {
    LocalDate last = Nation.LAST_NIGHT;
    return isLarge() ? List.of() : List.of(last.minusDays(2), last.minusDays(1), last);
  }

  int many(Kind kind) {
    return organisations.getOrDefault(kind, 0);
  }

  /** Whether its files are large, and so are compressed. */
  public boolean isLarge() {
    return typicalTrustDevices > 1000;
  }

  /** What the names of big files end in. */
  public String ending() {
    return isLarge() ? ".gz" : "";
  }
}

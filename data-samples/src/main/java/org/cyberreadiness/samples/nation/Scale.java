package org.cyberreadiness.samples.nation;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How big the made-up nation is. Its 212 trusts, 42 ICBs and seven regions are the same at every
 * scale.
 *
 * @param typicalTrustDevices devices of the median trust; real: about 5,000
 * @param typicalPracticeDevices devices of the usual GP practice
 * @param inventories how many month-ends have an inventory
 * @param inventoryParts how many files an inventory has
 * @param alertYears for how many years alerts are kept
 */
public record Scale(
    String name,
    int subIcbs,
    int practices,
    int costCentres,
    int pharmacies,
    int dentists,
    int opticians,
    int careHeadOffices,
    int careSites,
    int localAuthorities,
    int companies,
    int typicalTrustDevices,
    int typicalPracticeDevices,
    int inventories,
    int inventoryParts,
    int alertYears) {

  /** About 1,500 organisations and 10,000 devices: small enough to try. */
  public static final Scale SAMPLE =
      new Scale("sample", 62, 430, 70, 310, 60, 25, 140, 170, 60, 30, 41, 3, 18, 4, 4);

  /**
   * The real nation's size: 60,000 organisations, 2 million devices a night. Trusts are larger than
   * real ones to make up for the estates of all other organisations.
   */
  public static final Scale NATIONAL =
      new Scale(
          "national",
          106,
          6500,
          3000,
          11500,
          7200,
          4600,
          9500,
          17000,
          330,
          3000,
          8000,
          60,
          1,
          64,
          10);

  public static Optional<Scale> named(String name) {
    return Stream.of(SAMPLE, NATIONAL).filter(scale -> scale.name().equals(name)).findFirst();
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

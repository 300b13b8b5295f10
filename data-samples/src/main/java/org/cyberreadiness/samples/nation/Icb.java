package org.cyberreadiness.samples.nation;

import java.util.List;

/**
 * An integrated care board.
 *
 * @param area the county that it is named after
 * @param places the towns in it
 */
public record Icb(String code, String area, Region region, List<String> places) {
  public String name() {
    return "NHS " + area + " Example Integrated Care Board";
  }

  public String shortName() {
    return "NHS " + area + " Example ICB";
  }
}

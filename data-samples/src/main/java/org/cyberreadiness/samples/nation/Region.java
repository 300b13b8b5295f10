package org.cyberreadiness.samples.nation;

import java.util.List;

/**
 * One of the seven NHS regions: the only real names in the made-up nation.
 *
 * @param icbs how many ICBs it has
 * @param trusts how many of the nation's 212 trusts it has
 */
public record Region(String code, String name, int icbs, int trusts) {
  public static final List<Region> ALL =
      List.of(
          new Region("Y56", "London", 5, 36),
          new Region("Y58", "South West", 7, 22),
          new Region("Y59", "South East", 6, 28),
          new Region("Y60", "Midlands", 11, 37),
          new Region("Y61", "East of England", 6, 23),
          new Region("Y62", "North West", 3, 32),
          new Region("Y63", "North East and Yorkshire", 4, 34));
}

package org.cyberreadiness.samples.inventory;

import org.cyberreadiness.samples.nation.Organisation;

/**
 * The devices of one organisation in numbers.
 *
 * @param devices how many there are
 * @param lagging how many run a release past its support; the devices with the lowest numbers
 * @param unnamed how many report no release; the next devices after these
 * @param unwatched how many are stale, unhealthy or without an agent; the highest numbers
 * @param missing share of the organisation's devices that no agent has ever seen
 * @param mapping how agents say whose the devices are
 * @param channel what the agents deliver
 */
public record Estate(
    Organisation organisation,
    int devices,
    int lagging,
    int unnamed,
    int unwatched,
    double missing,
    Mapping mapping,
    Channel channel) {

  /** How a device finds its organisation. */
  public enum Mapping {
    BY_GROUP,
    BY_TAG,
    NOT_MAPPED
  }

  /** What the agents of an organisation deliver. */
  public enum Channel {
    MACHINES,
    DEVICE_INFO,
    OSQUERY
  }

  boolean isLagging(int number) {
    return number < lagging;
  }

  boolean isUnnamed(int number) {
    return number >= lagging && number < lagging + unnamed;
  }

  boolean isUnwatched(int number) {
    return number >= devices - unwatched;
  }
}

package org.cyberreadiness.batch.landing;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One file in the landing area that is to be read.
 *
 * @param id made from its source, content and the day it speaks of
 * @param listed where it lies; size and time tell whether it grew since it was hashed
 * @param sha256 hash of the bytes as delivered; empty when it cannot be opened
 * @param synthetic true when the generator lists it as made up
 * @param seenOn night that first saw it: the day it speaks of where nothing else says one
 */
public record LandingFile(
    FileId id, Listed listed, String sha256, boolean synthetic, LocalDate seenOn)
    implements Serializable {

  /** Source it belongs to. */
  public String source() {
    return listed.source();
  }

  /** Path below landing/&lt;source&gt;/. */
  public String name() {
    return listed.name();
  }
}

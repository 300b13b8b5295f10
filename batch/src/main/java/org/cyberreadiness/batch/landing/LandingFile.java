package org.cyberreadiness.batch.landing;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One file in the landing area that was not seen before.
 *
 * @param id id made from source and content
 * @param source source it belongs to
 * @param name path below landing/&lt;source&gt;/
 * @param location where to open it
 * @param size bytes as delivered
 * @param modified last modification, milliseconds: tells whether it grew since it was fingerprinted
 * @param sha256 hash of the bytes as delivered
 * @param namedDay day in its name; null when none
 * @param folderDay day of a folder named YYYY-MM-DD on its path; null when none
 * @param timeOfDay time in its name as HHmmss, to order files of one day; empty when none
 * @param synthetic true when the generator lists it as made up
 */
public record LandingFile(
    String id,
    String source,
    String name,
    String location,
    long size,
    long modified,
    String sha256,
    @Nullable LocalDate namedDay,
    @Nullable LocalDate folderDay,
    String timeOfDay,
    boolean synthetic)
    implements Serializable {

  /** Name without folders. */
  public String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}

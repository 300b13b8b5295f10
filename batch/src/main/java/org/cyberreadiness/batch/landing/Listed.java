package org.cyberreadiness.batch.landing;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file that lies in the landing area, before its bytes are read.
 *
 * @param source folder below landing/
 * @param name path below that folder
 * @param location where to open it
 * @param size bytes
 * @param modified last modification, milliseconds
 */
public record Listed(String source, String name, String location, long size, long modified)
    implements Serializable {

  /** Name without folders. */
  public String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The day its name gives, else its folder; null when neither does. */
  public @Nullable LocalDate day() {
    DayInName named = DayInName.ofFile(fileName());
    return named != null ? named.first() : DayInName.ofFolders(name);
  }

  /** The last day of what its name gives: of a month the last, of a day itself. */
  public @Nullable LocalDate lastDay() {
    DayInName named = DayInName.ofFile(fileName());
    return named != null ? named.last() : DayInName.ofFolders(name);
  }

  /** The time in its name as HHmmss, to order files of one day; empty when none. */
  public String timeOfDay() {
    return DayInName.timeOfDay(fileName());
  }
}

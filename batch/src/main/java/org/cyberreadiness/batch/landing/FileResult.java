package org.cyberreadiness.batch.landing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a landing file.
 *
 * @param file the file
 * @param status what became of it
 * @param layout vintage; null when none was found
 * @param days days its accepted rows speak of, in order; of a file that speaks as at one day that
 *     day; empty when not known
 * @param accepted rows taken in
 * @param rejected rows set aside
 * @param normalised accepted rows of which something was put in order
 * @param findings values left out of accepted rows
 * @param message what a person should know; null when nothing
 */
public record FileResult(
    LandingFile file,
    Status status,
    @Nullable String layout,
    List<LocalDate> days,
    long accepted,
    long rejected,
    long normalised,
    long findings,
    @Nullable String message) {

  /** What became of a file. */
  public enum Status {
    ACCEPTED,
    REFUSED,
    DUPLICATE,
    /** Its day lies after the night, or it changed while it was read: nothing is recorded. */
    WAITING
  }

  public FileResult {
    days = days.stream().distinct().sorted().toList();
    if (status != Status.ACCEPTED && accepted + rejected > 0) {
      throw new IllegalArgumentException(file.name() + " is not taken in, but has rows");
    }
    if (normalised > accepted) {
      throw new IllegalArgumentException(file.name() + " has more rows in order than rows");
    }
  }

  /** A file of which no row was taken in. */
  public static FileResult without(LandingFile file, Status status, String message) {
    return new FileResult(file, status, null, List.of(), 0, 0, 0, 0, message);
  }

  /** A file that speaks of a day after the night. */
  public static FileResult waits(LandingFile file, LocalDate day, LocalDate night) {
    return without(
        file, Status.WAITING, "It speaks of " + day + ", after the night of " + night + ".");
  }

  /** A file with the bytes of another that speaks as at the same day. */
  static FileResult duplicate(LandingFile file, String of, List<LocalDate> days) {
    return new FileResult(
        file, Status.DUPLICATE, null, days, 0, 0, 0, 0, "The same bytes as " + of + ".");
  }

  /** The newest day it speaks of; else that of its name or folder; null when not known. */
  public @Nullable LocalDate asAt() {
    return days.isEmpty() ? file.listed().day() : days.get(days.size() - 1);
  }
}

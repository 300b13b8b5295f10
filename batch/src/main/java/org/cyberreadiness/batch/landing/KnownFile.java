package org.cyberreadiness.batch.landing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as an earlier night recorded it.
 *
 * @param id its id in the lake
 * @param listed where it lay, how large and how old it was; its location is not kept
 * @param sha256 hash of its bytes; empty when it could not be opened
 * @param asAt newest day it speaks of; null when not known
 * @param days days its rows speak of, in order
 * @param night night that took it in, or refused it
 * @param status what became of it
 * @param accepted rows taken in
 * @param rejected rows set aside
 */
public record KnownFile(
    FileId id,
    Listed listed,
    String sha256,
    @Nullable LocalDate asAt,
    List<LocalDate> days,
    LocalDate night,
    FileResult.Status status,
    long accepted,
    long rejected) {

  /** Source and name. */
  String place() {
    return placeOf(listed);
  }

  boolean couldNotBeOpened() {
    return sha256.isEmpty();
  }

  /** Source and name of a file. */
  static String placeOf(Listed file) {
    return file.source() + "/" + file.name();
  }
}

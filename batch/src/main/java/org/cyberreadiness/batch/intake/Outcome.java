package org.cyberreadiness.batch.intake;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.batch.landing.FileId;
import org.cyberreadiness.batch.landing.FileResult;
import org.cyberreadiness.batch.landing.FileResult.Status;
import org.jspecify.annotations.Nullable;

/**
 * How reading one file ended, as its task saw it.
 *
 * @param file its id
 * @param status accepted, refused, or waiting because it changed
 * @param layout vintage; null when none was found
 * @param days days its accepted rows speak of, where each says its own
 * @param accepted rows handed on
 * @param rejected rows set aside
 * @param normalised rows handed on of which something was put in order
 * @param findings values left out of rows handed on
 * @param message what a person should know; null when nothing
 */
record Outcome(
    FileId file,
    Status status,
    @Nullable String layout,
    List<LocalDate> days,
    long accepted,
    long rejected,
    long normalised,
    long findings,
    @Nullable String message)
    implements Serializable {

  /** True when rows were handed on that must be taken out again. */
  boolean isToUndo() {
    return status != Status.ACCEPTED && accepted > 0;
  }

  /** The same for those who keep the ledger. */
  FileResult result(DatedFile dated) {
    if (status != Status.ACCEPTED) {
      return FileResult.without(dated.file(), status, String.valueOf(message));
    }
    LocalDate day = dated.day();
    List<String> notes = new ArrayList<>();
    for (@Nullable String note : new @Nullable String[] {message, dated.note()}) {
      if (note != null) {
        notes.add(note);
      }
    }
    return new FileResult(
        dated.file(),
        status,
        layout,
        day == null ? days : List.of(day),
        accepted,
        rejected,
        normalised,
        findings,
        notes.isEmpty() ? null : String.join(" ", notes));
  }
}

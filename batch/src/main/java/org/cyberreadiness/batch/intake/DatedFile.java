package org.cyberreadiness.batch.intake;

import java.io.Serializable;
import java.time.LocalDate;
import org.cyberreadiness.batch.landing.LandingFile;
import org.jspecify.annotations.Nullable;

/**
 * A file and the day it speaks of, before its rows are taken in.
 *
 * @param file the file
 * @param day the day of all its rows; null where each row says its own
 * @param lastDay last day a row may be of; null where that is not asked
 * @param note where the day comes from, when a person should know; else null
 */
record DatedFile(
    LandingFile file, @Nullable LocalDate day, @Nullable LocalDate lastDay, @Nullable String note)
    implements Serializable {

  /** A file whose rows each say their own day. */
  static DatedFile byRow(LandingFile file) {
    return new DatedFile(file, null, null, null);
  }

  /** A file of which nothing says the day: it speaks as at the night that first saw it. */
  static DatedFile asAtTheNight(LandingFile file) {
    return new DatedFile(
        file,
        file.seenOn(),
        null,
        "Neither name, rows nor folder give a day; taken as at the night. Put the file into a"
            + " folder named YYYY-MM-DD to say otherwise.");
  }
}

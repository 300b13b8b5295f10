package org.cyberreadiness.batch.intake;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cyberreadiness.batch.landing.LandingFile;
import org.jspecify.annotations.Nullable;

/**
 * What a night's files of one source hold.
 *
 * @param accepted typed rows with source_file_id, line, as_at, said_at
 * @param rejected rows set aside, as in the snapshot's rejected_row
 * @param files what became of each file
 * @param cached what to let go of when the rows are written
 */
public record Intake(
    Dataset<Row> accepted, Dataset<Row> rejected, List<FileResult> files, Dataset<Row> cached) {

  /** What became of a file. */
  public enum Status {
    ACCEPTED,
    REFUSED,
    DUPLICATE,
    /** Its as-at lies after the night, or it changed while it was read: nothing is recorded. */
    WAITING
  }

  /**
   * One file's outcome.
   *
   * @param file the file
   * @param status what became of it
   * @param layout vintage; null when none was found
   * @param asAt day it speaks of; null when not known
   * @param accepted rows taken in
   * @param rejected rows set aside
   * @param normalised accepted rows of which something was put in order
   * @param message what a person should know; null when nothing
   */
  public record FileResult(
      LandingFile file,
      Status status,
      @Nullable String layout,
      @Nullable LocalDate asAt,
      long accepted,
      long rejected,
      long normalised,
      @Nullable String message) {

    /** A file of which no row was taken in. */
    public static FileResult without(LandingFile file, Status status, String message) {
      return new FileResult(file, status, null, file.namedDay(), 0, 0, 0, message);
    }
  }
}

package org.cyberreadiness.batch.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.cyberreadiness.batch.landing.FileResult;
import org.jspecify.annotations.Nullable;

/**
 * A night as one JSON document, for machines.
 *
 * @param night its date
 * @param snapshot id of the snapshot that is current afterwards; null when the night failed
 * @param exitStatus 0 done, 1 failed
 * @param failure why it failed, as a sentence; null when it did not
 * @param files what became of each landing file that this night saw for the first time or again
 * @param steps its steps and their seconds, one after the other
 * @param parts sources and facts within the steps, of which some were worked on at the same time
 * @param seconds its seconds in all
 * @param warnings what an operator should know
 */
public record NightReport(
    String night,
    @Nullable String snapshot,
    int exitStatus,
    @Nullable String failure,
    List<FileLine> files,
    List<Story.Step> steps,
    List<Story.Step> parts,
    double seconds,
    List<String> warnings) {
  private static final ObjectMapper JSON =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  /**
   * What became of a file.
   *
   * @param source source it belongs to
   * @param name path below landing/&lt;source&gt;/
   * @param status accepted, refused, duplicate or waiting
   * @param layout vintage; null when none was found
   * @param asAt day it speaks of, as YYYY-MM-DD; null when not known
   * @param rowsRead rows in it
   * @param rowsAccepted rows taken in
   * @param rowsRejected rows set aside
   * @param rowsNormalised accepted rows of which something was put in order
   * @param message what a person should know; null when nothing
   */
  public record FileLine(
      String source,
      String name,
      String status,
      @Nullable String layout,
      @Nullable String asAt,
      long rowsRead,
      long rowsAccepted,
      long rowsRejected,
      long rowsNormalised,
      @Nullable String message) {
    static FileLine of(FileResult result) {
      return new FileLine(
          result.file().source(),
          result.file().name(),
          result.status().name().toLowerCase(Locale.ROOT),
          result.layout(),
          result.asAt() == null ? null : result.asAt().toString(),
          result.accepted() + result.rejected(),
          result.accepted(),
          result.rejected(),
          result.normalised(),
          result.message());
    }
  }

  /** The document. */
  public String json() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A report of texts and numbers can be written as JSON", e);
    }
  }

  /**
   * Writes the document in one step: who reads it sees it whole.
   *
   * @throws IOException when it cannot be written
   */
  public void write(Path path) throws IOException {
    Files.createDirectories(path.getParent());
    Path fresh = path.resolveSibling("." + path.getFileName() + ".new");
    Files.writeString(fresh, json() + "\n", StandardCharsets.UTF_8);
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

package org.cyberreadiness.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cyberreadiness.batch.intake.Intake.FileResult;
import org.cyberreadiness.batch.intake.Intake.Status;
import org.cyberreadiness.batch.landing.Landing;
import org.cyberreadiness.batch.landing.LandingFile;
import org.jspecify.annotations.Nullable;

/**
 * Files that a night reads again because of what was set aside. What they said before is taken out
 * of the lake in the same night that takes them in anew, so that the lake holds what it would hold
 * had today's declarations been there from the start.
 */
final class Quarantine {
  /**
   * A file as an earlier night recorded it.
   *
   * @param id its id in the lake
   * @param source source it belongs to
   * @param name path below landing/&lt;source&gt;/
   * @param sha256 hash of its bytes; empty when it could not be opened
   * @param asAt day it speaks of; null when it was refused before that was known
   * @param night night of its first taking in, which stays
   * @param isRefused true when it was refused whole
   * @param accepted rows taken in
   * @param rejected rows set aside
   */
  record Held(
      String id,
      String source,
      String name,
      String sha256,
      @Nullable LocalDate asAt,
      LocalDate night,
      boolean isRefused,
      long accepted,
      long rejected) {
    private boolean couldNotBeOpened() {
      return sha256.isEmpty();
    }
  }

  private final Map<String, List<Held>> byPlace = new HashMap<>();
  private final Map<LandingFile, Held> readAgain = new HashMap<>();
  private final Set<String> stillShut = new TreeSet<>();
  private final Set<String> past = new TreeSet<>();

  private Quarantine(List<Held> held) {
    held.forEach(
        h -> byPlace.computeIfAbsent(place(h.source(), h.name()), p -> new ArrayList<>()).add(h));
  }

  /** All that was refused or has rows set aside, from the lake's table of files. */
  static Quarantine all(Dataset<Row> files) {
    return new Quarantine(held(files.where("status = 'refused' or rows_rejected > 0")));
  }

  /** Only what could not be opened: that says nothing of the file, so every night tries again. */
  static Quarantine ofUnopened(Dataset<Row> files) {
    return new Quarantine(held(files.where("sha256 = ''")));
  }

  private static List<Held> held(Dataset<Row> files) {
    return files.collectAsList().stream()
        .map(
            row ->
                new Held(
                    row.getAs("source_file_id"),
                    row.getAs("source"),
                    row.getAs("name"),
                    row.getAs("sha256"),
                    row.getAs("as_at"),
                    row.getAs("night"),
                    row.<String>getAs("status").equals("refused"),
                    row.<Long>getAs("rows_accepted"),
                    row.<Long>getAs("rows_rejected")))
        .toList();
  }

  /**
   * Leaves out inventories of which only the counts are kept: their rows cannot be restated one by
   * one any more.
   *
   * @param sources sources whose rows are let go of
   * @param oldest oldest day of which rows are kept; null when all are
   */
  void leavePast(Set<String> sources, @Nullable LocalDate oldest) {
    if (oldest == null) {
      return;
    }
    for (List<Held> held : byPlace.values()) {
      held.removeIf(
          h -> {
            LocalDate day = h.asAt();
            boolean isPast =
                sources.contains(h.source())
                    && h.accepted() > 0
                    && day != null
                    && day.isBefore(oldest);
            if (isPast) {
              past.add(place(h.source(), h.name()));
            }
            return isPast;
          });
    }
  }

  private static String place(String source, String name) {
    return source + "/" + name;
  }

  /** True when a file of this place may have to be read again. */
  boolean mayHold(Landing.Listed file) {
    return byPlace.containsKey(place(file.source(), file.name()));
  }

  /** True when this file is to be read again: it lies where it lay, with the bytes it had. */
  boolean readsAgain(LandingFile file) {
    for (Held held : byPlace.getOrDefault(place(file.source(), file.name()), List.of())) {
      boolean sameBytes = held.sha256().equals(file.sha256());
      if (held.couldNotBeOpened() ? !file.sha256().isEmpty() : sameBytes) {
        readAgain.put(file, held);
        return true;
      }
    }
    return false;
  }

  /** True when this file could not be opened before and cannot be opened now. */
  boolean stillCannotBeOpened(LandingFile file) {
    String place = place(file.source(), file.name());
    boolean isShut =
        file.sha256().isEmpty()
            && byPlace.getOrDefault(place, List.of()).stream().anyMatch(Held::couldNotBeOpened);
    if (isShut) {
      stillShut.add(place);
    }
    return isShut;
  }

  /** What an earlier night recorded of a file that was read again; empty when it is a new one. */
  Optional<Held> before(LandingFile file) {
    return Optional.ofNullable(readAgain.get(file));
  }

  /** Ids under which the lake knows those of these files that were read again, to take them out. */
  List<String> restated(List<FileResult> results) {
    return results.stream()
        .filter(result -> result.status() != Status.WAITING)
        .map(result -> readAgain.get(result.file()))
        .filter(Objects::nonNull)
        .map(Held::id)
        .toList();
  }

  /** Days that files read again spoke of before. */
  Set<LocalDate> daysBefore(String sourcePrefix) {
    Set<LocalDate> days = new TreeSet<>();
    for (Held held : readAgain.values()) {
      if (held.source().startsWith(sourcePrefix) && held.asAt() != null && held.accepted() > 0) {
        days.add(held.asAt());
      }
    }
    return days;
  }

  /** Sentences on what came of reading again, for the night's story. */
  List<String> told(List<FileResult> results) {
    List<String> told = new ArrayList<>();
    long released = 0;
    long left = 0;
    long back = 0;
    for (FileResult result : results) {
      Held held = readAgain.get(result.file());
      if (held != null && result.status() != Status.WAITING) {
        released += Math.max(0, result.accepted() - held.accepted());
        left += result.rejected();
        back += held.isRefused() && result.status() == Status.ACCEPTED ? 1 : 0;
      }
    }
    if (!readAgain.isEmpty()) {
      told.add(
          "Read again "
              + counted(readAgain.size(), "file")
              + ": "
              + counted(released, "row")
              + " released, "
              + counted(left, "row")
              + " still set aside; "
              + counted(back, "refused file")
              + " taken in.");
    }
    return told;
  }

  /** Sentences on files that could not be read again. */
  List<String> leftOut() {
    List<String> told = new ArrayList<>();
    stillShut.forEach(place -> told.add("Still cannot be opened: " + place + "."));
    past.forEach(
        place ->
            told.add(
                "Not read again, for of its day only the counts are kept: "
                    + place
                    + ". What was set aside of it stays set aside."));
    Set<Held> found = new HashSet<>(readAgain.values());
    byPlace.values().stream()
        .flatMap(List::stream)
        .filter(held -> !found.contains(held) && !held.couldNotBeOpened())
        .map(held -> place(held.source(), held.name()))
        .sorted()
        .map(
            place ->
                "Not read again, for it is no longer in the landing area as it was: "
                    + place
                    + ". What was set aside of it stays set aside.")
        .forEach(told::add);
    return told;
  }

  private static String counted(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}

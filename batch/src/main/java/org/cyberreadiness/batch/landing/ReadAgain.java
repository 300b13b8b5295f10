package org.cyberreadiness.batch.landing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.cyberreadiness.batch.landing.FileResult.Status;
import org.jspecify.annotations.Nullable;

/**
 * Files that a night reads again because of what was set aside. What they said before is taken out
 * of the lake before they are read, so that the lake holds what it would hold had today's
 * declarations been there from the start.
 */
public final class ReadAgain {
  private final Map<String, List<KnownFile>> byPlace = new HashMap<>();
  private final Map<LandingFile, KnownFile> begun = new HashMap<>();
  private final Set<String> stillShut = new TreeSet<>();
  private final Set<String> past = new TreeSet<>();

  private ReadAgain(List<KnownFile> known, Predicate<KnownFile> isSetAside) {
    for (KnownFile file : known) {
      if (isSetAside.test(file)) {
        byPlace.computeIfAbsent(file.place(), place -> new ArrayList<>()).add(file);
      }
    }
  }

  /** All that was refused or has rows set aside. */
  public static ReadAgain all(List<KnownFile> known) {
    return new ReadAgain(known, file -> file.status() == Status.REFUSED || file.rejected() > 0);
  }

  /** Only what could not be opened: that says nothing of the file, so every night tries again. */
  public static ReadAgain ofUnopened(List<KnownFile> known) {
    return new ReadAgain(known, KnownFile::couldNotBeOpened);
  }

  /**
   * Leaves out inventories of which only the counts are kept: their rows cannot be restated one by
   * one any more.
   *
   * @param sources sources whose rows are let go of
   * @param oldest oldest day of which rows are kept; null when all are
   */
  public void leavePast(Set<String> sources, @Nullable LocalDate oldest) {
    if (oldest == null) {
      return;
    }
    for (List<KnownFile> files : byPlace.values()) {
      for (KnownFile file : List.copyOf(files)) {
        LocalDate day = file.asAt();
        if (sources.contains(file.listed().source())
            && file.accepted() > 0
            && day != null
            && day.isBefore(oldest)) {
          files.remove(file);
          past.add(file.place());
        }
      }
    }
  }

  /** True when a file of this place may have to be read again. */
  boolean mayHold(Listed file) {
    return !heldAt(file).isEmpty();
  }

  private List<KnownFile> heldAt(Listed file) {
    return byPlace.getOrDefault(KnownFile.placeOf(file), List.of());
  }

  /**
   * What was recorded of a file that is to be read again, for it lies where it lay with the bytes
   * it had; null when it is none.
   */
  @Nullable KnownFile held(Listed file, String sha256) {
    for (KnownFile held : heldAt(file)) {
      if (held.couldNotBeOpened() ? !sha256.isEmpty() : held.sha256().equals(sha256)) {
        return held;
      }
    }
    return null;
  }

  /** True when this file could not be opened before and cannot be opened now. */
  boolean stillCannotBeOpened(Listed file, String sha256) {
    boolean isShut =
        sha256.isEmpty() && heldAt(file).stream().anyMatch(KnownFile::couldNotBeOpened);
    if (isShut) {
      stillShut.add(KnownFile.placeOf(file));
    }
    return isShut;
  }

  /** The file is read again in this night. */
  void begin(LandingFile file, KnownFile held) {
    begun.put(file, held);
  }

  /** Ids under which the lake knows what is read again: to be taken out before it is read. */
  public List<FileId> restated() {
    return begun.values().stream().map(KnownFile::id).sorted().toList();
  }

  /** Days that files read again spoke of before, of the sources asked for. */
  public NavigableSet<LocalDate> restatedDays(Predicate<String> source) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (KnownFile held : begun.values()) {
      if (source.test(held.listed().source()) && held.accepted() > 0) {
        days.addAll(held.days());
      }
    }
    return days;
  }

  /**
   * Places of files that changed while they were read again. What they said before is gone from
   * both landing area and lake, so a night that meets one must not be committed.
   */
  public List<String> lost(List<FileResult> results) {
    List<String> lost = new ArrayList<>();
    for (FileResult result : results) {
      KnownFile held = begun.get(result.file());
      if (held != null && result.status() == Status.WAITING && held.accepted() > 0) {
        lost.add(held.place());
      }
    }
    return lost;
  }

  /** Sentences on what came of reading again, for the night's story. */
  public List<String> told(List<FileResult> results) {
    long released = 0;
    long left = 0;
    long back = 0;
    for (FileResult result : results) {
      KnownFile held = begun.get(result.file());
      if (held != null && result.status() != Status.WAITING) {
        released += Math.max(0, result.accepted() - held.accepted());
        left += result.rejected();
        back += held.status() == Status.REFUSED && result.status() == Status.ACCEPTED ? 1 : 0;
      }
    }
    return begun.isEmpty()
        ? List.of()
        : List.of(
            "Read again "
                + counted(begun.size(), "file")
                + ": "
                + counted(released, "row")
                + " released, "
                + counted(left, "row")
                + " still set aside; "
                + counted(back, "refused file")
                + " taken in.");
  }

  /** Sentences on files that could not be read again. */
  public List<String> leftOut() {
    List<String> told = new ArrayList<>();
    stillShut.forEach(place -> told.add("Still cannot be opened: " + place + "."));
    past.forEach(place -> told.add(notReadAgain("of its day only the counts are kept", place)));
    Set<KnownFile> found = new HashSet<>(begun.values());
    byPlace.values().stream()
        .flatMap(List::stream)
        .filter(held -> !found.contains(held) && !held.couldNotBeOpened())
        .map(KnownFile::place)
        .sorted()
        .map(place -> notReadAgain("it is no longer in the landing area as it was", place))
        .forEach(told::add);
    return told;
  }

  private static String notReadAgain(String why, String place) {
    return "Not read again, for "
        + why
        + ": "
        + place
        + ". What was set aside of it stays set aside.";
  }

  private static String counted(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}

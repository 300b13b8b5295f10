package org.cyberreadiness.batch.landing;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.cyberreadiness.batch.landing.FileResult.Status;
import org.cyberreadiness.batch.validation.Source;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of each landing file before a row of it is read:
 *
 * <ol>
 *   <li>it lies as it lay: nothing is to do
 *   <li>its name or folder gives a day after the night: it waits, and is not even hashed
 *   <li>it was refused or has rows set aside, and the night reads those again: it is read
 *   <li>these bytes under this name were noted before: nothing is to do
 *   <li>these bytes, as at the same day, have another name: a duplicate, noted once
 *   <li>else it is read
 * </ol>
 *
 * <p>The same bytes as at another day are another file. Bytes that come back to a place whose name
 * gives no day, after others have stood there, speak as at the night that sees them again.
 */
public final class Deliveries {
  /** Hashes files. */
  @FunctionalInterface
  public interface Fingerprints {
    /** The same files, in the same order, with the hashes of their bytes. */
    List<Landing.Hashed> of(List<Listed> files) throws IOException;
  }

  private record Twin(LandingFile file, LandingFile first) {}

  private final Map<String, Source> sources;
  private final ReadAgain readAgain;
  private final LocalDate night;
  private final Set<String> seen = new HashSet<>();
  private final Map<FileId, KnownFile> byId = new HashMap<>();
  private final Map<String, KnownFile> newestAtPlace = new HashMap<>();
  private final Map<FileId, LandingFile> firstOfNight = new HashMap<>();
  private final NavigableMap<String, List<LandingFile>> toRead = new TreeMap<>();
  private final List<FileResult> waiting = new ArrayList<>();
  private final List<FileResult> duplicates = new ArrayList<>();
  private final List<Twin> twins = new ArrayList<>();

  /**
   * @param sources declarations by name
   * @param known what earlier nights recorded
   * @param readAgain what is to be read again
   * @param night files that speak of a later day wait
   */
  public Deliveries(
      Map<String, Source> sources, List<KnownFile> known, ReadAgain readAgain, LocalDate night) {
    this.sources = sources;
    this.readAgain = readAgain;
    this.night = night;
    for (KnownFile file : known) {
      seen.add(asItLies(file.listed()));
      byId.put(file.id(), file);
      newestAtPlace.merge(
          file.place(), file, (a, b) -> comparing(KnownFile::night).compare(a, b) > 0 ? a : b);
    }
  }

  private static String asItLies(Listed file) {
    return KnownFile.placeOf(file) + "/" + file.size() + "/" + file.modified();
  }

  /**
   * Decides.
   *
   * @param files all files of the landing area, in the order of their names
   * @param fingerprints hashes those of which the bytes decide
   */
  public void decide(List<Listed> files, Fingerprints fingerprints) throws IOException {
    List<Listed> unknown = new ArrayList<>();
    for (Listed file : files) {
      if (readAgain.mayHold(file)) {
        unknown.add(file);
      } else if (!seen.contains(asItLies(file)) && !waits(file)) {
        unknown.add(file);
      }
    }
    for (Landing.Hashed hashed : fingerprints.of(unknown)) {
      decide(hashed);
    }
  }

  private boolean waits(Listed file) {
    LocalDate day = day(file);
    if (day == null || !day.isAfter(night)) {
      return false;
    }
    LandingFile unread = new LandingFile(idOf(file, ""), file, "", false, night);
    waiting.add(FileResult.waits(unread, day, night));
    return true;
  }

  private void decide(Landing.Hashed hashed) {
    Listed listed = hashed.listed();
    KnownFile held = readAgain.held(listed, hashed.sha256());
    if (held != null) {
      boolean isNewlyOpened = held.couldNotBeOpened();
      LandingFile file =
          fileOf(hashed, isNewlyOpened ? idOf(listed, hashed.sha256()) : held.id(), held.night());
      readAgain.begin(file, held);
      if (isNewlyOpened) {
        place(file);
      } else {
        read(file);
      }
    } else if (!readAgain.stillCannotBeOpened(listed, hashed.sha256())
        && !seen.contains(asItLies(listed))
        && !waits(listed)) {
      place(fileOf(hashed, idOf(listed, hashed.sha256()), night));
    }
  }

  private void place(LandingFile file) {
    FileId asDuplicate = FileId.of(file.id().hex(), file.name());
    KnownFile first = byId.get(file.id());
    if (first != null && first.listed().name().equals(file.name())) {
      if (comesBack(file)) {
        read(file.withId(FileId.of(file.id().hex(), night.toString())));
      }
    } else if (byId.containsKey(asDuplicate)) {
      return;
    } else if (first != null) {
      duplicates.add(
          FileResult.duplicate(file.withId(asDuplicate), first.listed().name(), first.days()));
    } else if (firstOfNight.containsKey(file.id())) {
      twins.add(new Twin(file.withId(asDuplicate), firstOfNight.get(file.id())));
    } else {
      firstOfNight.put(file.id(), file);
      read(file);
    }
  }

  /** True when other bytes stood last at this place, and nothing but the night gives the day. */
  private boolean comesBack(LandingFile file) {
    Source.AsAt asAt = asAt(file.listed());
    KnownFile newest = newestAtPlace.get(KnownFile.placeOf(file.listed()));
    return file.listed().day() == null
        && asAt.rowColumns().isEmpty()
        && asAt.fileColumn() == null
        && newest != null
        && !newest.sha256().equals(file.sha256())
        && newest.night().isBefore(night);
  }

  private void read(LandingFile file) {
    toRead.computeIfAbsent(file.source(), source -> new ArrayList<>()).add(file);
  }

  private static LandingFile fileOf(Landing.Hashed hashed, FileId id, LocalDate seenOn) {
    return new LandingFile(id, hashed.listed(), hashed.sha256(), hashed.synthetic(), seenOn);
  }

  /** A file without bytes has nothing but its name to tell it from others. */
  private FileId idOf(Listed file, String sha256) {
    LocalDate day = day(file);
    return sha256.isEmpty()
        ? FileId.of(file.source(), "", file.name())
        : FileId.of(file.source(), sha256, day == null ? "" : day.toString());
  }

  /** The day by name or folder, which says nothing where the rows carry their own. */
  private @Nullable LocalDate day(Listed file) {
    return asAt(file).rowColumns().isEmpty() ? file.day() : null;
  }

  private Source.AsAt asAt(Listed file) {
    Source source = sources.get(file.source());
    if (source == null) {
      throw new IllegalArgumentException("No source is called " + file.source());
    }
    return source.asAt();
  }

  /** Files to read, by source. */
  public NavigableMap<String, List<LandingFile>> toRead() {
    return toRead;
  }

  /** Files that speak of a day after the night. */
  public List<FileResult> waiting() {
    return List.copyOf(waiting);
  }

  /**
   * Duplicates to note: of files that earlier nights recorded, and of those that this night read.
   *
   * @param results what became of those that were read
   */
  public List<FileResult> duplicates(List<FileResult> results) {
    Map<FileId, FileResult> byFile = new HashMap<>();
    results.forEach(result -> byFile.put(result.file().id(), result));
    List<FileResult> all = new ArrayList<>(duplicates);
    for (Twin twin : twins) {
      FileResult first = byFile.get(twin.first().id());
      if (first != null && first.status() != Status.WAITING) {
        all.add(FileResult.duplicate(twin.file(), twin.first().name(), first.days()));
      }
    }
    return all;
  }
}

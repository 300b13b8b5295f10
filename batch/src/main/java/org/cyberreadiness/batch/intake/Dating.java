package org.cyberreadiness.batch.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.cyberreadiness.batch.landing.FileId;
import org.cyberreadiness.batch.landing.FileResult;
import org.cyberreadiness.batch.landing.FileResult.Status;
import org.cyberreadiness.batch.landing.LandingFile;
import org.cyberreadiness.batch.reading.FileReading;
import org.cyberreadiness.batch.reading.UnreadableFile;
import org.cyberreadiness.batch.validation.Source;
import org.jspecify.annotations.Nullable;

/**
 * Says which day each file of a source speaks of, before a row of it is taken in. Only a file whose
 * values alone say it has to be read for that.
 */
final class Dating {
  private static final String UNDATED =
      "Nothing says the day it speaks of. Put the date into its name, or the file into a folder"
          + " named YYYY-MM-DD.";

  private final List<DatedFile> dated = new ArrayList<>();
  private final List<FileResult> notRead = new ArrayList<>();

  private Dating() {}

  /** Files to take in. */
  List<DatedFile> dated() {
    return dated;
  }

  /** Files that wait for their day, or are refused because nothing says it. */
  List<FileResult> notRead() {
    return notRead;
  }

  static Dating of(
      Source source,
      List<LandingFile> files,
      JavaSparkContext context,
      Broadcast<SerializableConfiguration> configuration) {
    Dating dating = new Dating();
    List<LandingFile> byValues = new ArrayList<>();
    for (LandingFile file : files) {
      LocalDate day = file.listed().day();
      LocalDate last = file.listed().lastDay();
      if (!source.asAt().rowColumns().isEmpty()) {
        dating.dated.add(DatedFile.byRow(file));
      } else if (day != null && last != null) {
        // what a device of another time zone reports may be of the day after
        dating.dated.add(new DatedFile(file, day, last.plusDays(1), null));
      } else if (source.asAt().fileColumn() != null) {
        byValues.add(file);
      } else if (source.asAt().isNightAssumed()) {
        dating.dated.add(DatedFile.asAtTheNight(file));
      } else {
        dating.notRead.add(FileResult.without(file, Status.REFUSED, UNDATED));
      }
    }
    if (!byValues.isEmpty()) {
      dating.byTheirValues(byValues, daysOf(source, byValues, context, configuration));
    }
    return dating;
  }

  private void byTheirValues(List<LandingFile> files, Map<FileId, LocalDate> days) {
    for (LandingFile file : files) {
      LocalDate day = days.get(file.id());
      if (day == null) {
        dated.add(DatedFile.asAtTheNight(file));
      } else if (day.isAfter(file.seenOn())) {
        notRead.add(FileResult.waits(file, day, file.seenOn()));
      } else {
        dated.add(new DatedFile(file, day, day, null));
      }
    }
  }

  private static Map<FileId, LocalDate> daysOf(
      Source source,
      List<LandingFile> files,
      JavaSparkContext context,
      Broadcast<SerializableConfiguration> configuration) {
    Map<FileId, LocalDate> days = new TreeMap<>();
    List<@Nullable LocalDate> inOrder =
        context
            .parallelize(files, Intake.slices(files.size(), context))
            .map(file -> day(source, file, configuration.value()))
            .collect();
    for (int i = 0; i < files.size(); i++) {
      LocalDate day = inOrder.get(i);
      if (day != null) {
        days.put(files.get(i).id(), day);
      }
    }
    return days;
  }

  /** The day its values say; null when none does, or it cannot be read: that shows later. */
  private static @Nullable LocalDate day(
      Source source, LandingFile file, SerializableConfiguration configuration) {
    ClockDays days = new ClockDays();
    try (FileReading reading =
        new FileReading(
            file.listed().fileName(), source, OpenFile.of(file.listed(), configuration))) {
      reading.readOn(source.placeOf(source.asAt().fileColumn()), days::add);
      return days.day();
    } catch (IOException | UnreadableFile | RuntimeException | FSError e) {
      return null;
    }
  }
}

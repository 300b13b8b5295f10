package org.cyberreadiness.batch.intake;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.SerializableConfiguration;
import org.cyberreadiness.batch.landing.FileResult.Status;
import org.cyberreadiness.batch.landing.LandingFile;
import org.cyberreadiness.batch.reading.FileReading;
import org.cyberreadiness.batch.reading.UnreadableFile;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.LeftOut;
import org.cyberreadiness.batch.validation.RowReader;
import org.cyberreadiness.batch.validation.Source;
import org.cyberreadiness.batch.validation.TypedRow;
import org.jspecify.annotations.Nullable;

/** The accepted rows of one file, read as they are asked for; at their end the outcome is told. */
final class FileRows implements Iterator<InternalRow>, Closeable {
  private static final int OWN_COLUMNS = 4;
  private static final String[] REJECTED = {"column_name", "code", "reason", "raw"};
  private static final String[] FINDINGS = {"column_name", "code", "value"};
  private static final String GROWS =
      "It changed while it was read. It is taken in when it is whole.";

  private final Source source;
  private final DatedFile dated;
  private final LandingFile file;
  private final SerializableConfiguration configuration;
  private final Outcomes outcomes;
  private final SetAside rejected;
  private final SetAside findings;
  private final int[] dayColumns;
  private final UTF8String fileId;
  private final UTF8String timeOfDay;
  private final TreeSet<LocalDate> days = new TreeSet<>();
  private @Nullable LocalDate lastDay;
  private @Nullable FileReading reading;
  private @Nullable InternalRow ahead;
  private boolean hasEnded;
  private long accepted;
  private long normalised;

  FileRows(
      Source source,
      DatedFile dated,
      Path scratch,
      SerializableConfiguration configuration,
      Outcomes outcomes) {
    this.source = ruled(source, dated);
    this.dated = dated;
    this.file = dated.file();
    this.configuration = configuration;
    this.outcomes = outcomes;
    rejected = new SetAside(new Path(scratch, SetAside.REJECTED), file.id(), configuration);
    findings = new SetAside(new Path(scratch, SetAside.FINDINGS), file.id(), configuration);
    dayColumns = source.asAt().rowColumns().stream().mapToInt(source::placeOf).toArray();
    fileId = UTF8String.fromString(file.id().hex());
    timeOfDay = UTF8String.fromString(file.listed().timeOfDay());
  }

  /** The source with the rule that no row is of a later day than its file. */
  private static Source ruled(Source source, DatedFile dated) {
    String column = source.asAt().fileColumn();
    LocalDate day = dated.day();
    LocalDate last = dated.lastDay();
    return column == null || day == null || last == null
        ? source
        : source.and(ClockDays.rule(column, source.placeOf(column), day, last));
  }

  @Override
  public boolean hasNext() {
    while (ahead == null && !hasEnded) {
      readOn();
    }
    return ahead != null;
  }

  @Override
  public InternalRow next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException();
    }
    InternalRow row = ahead;
    ahead = null;
    return row;
  }

  private void readOn() {
    if (file.sha256().isEmpty()) {
      end(Status.REFUSED, null, "The file cannot be opened. Check that it may be read.");
      return;
    }
    try {
      FileReading from = reading == null ? open() : reading;
      FileReading.Result result = from.next();
      if (result == null) {
        endOf(from);
      } else if (result.reading().row() == null) {
        setAside(result);
      } else {
        ahead = row(result, result.reading().row());
      }
    } catch (UnreadableFile e) {
      unreadable(String.valueOf(e.getMessage()));
    } catch (SideFileFailed e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      unreadable("The file cannot be read: " + e.getMessage() + ".");
    } catch (FSError e) {
      unreadable("The disk cannot read the file. Deliver it again.");
    }
  }

  private FileReading open() throws IOException, UnreadableFile {
    FileReading opened =
        new FileReading(
            file.listed().fileName(), source, OpenFile.of(file.listed(), configuration));
    reading = opened;
    return opened;
  }

  private InternalRow row(FileReading.Result result, TypedRow typed) {
    RowReader.Reading read = result.reading();
    @Nullable Object[] values = new @Nullable Object[OWN_COLUMNS + source.columns().size()];
    values[0] = fileId;
    values[1] = result.line();
    values[2] = LakeRows.of(dated.day() == null ? dayOf(typed) : dated.day());
    values[3] = timeOfDay;
    for (int i = OWN_COLUMNS; i < values.length; i++) {
      values[i] = LakeRows.of(typed.value(i - OWN_COLUMNS));
    }
    accepted++;
    normalised += read.normalised() ? 1 : 0;
    for (LeftOut value : read.leftOut()) {
      findings.add(result.line(), FINDINGS, value.column(), value.reason().code(), value.value());
    }
    return new GenericInternalRow(values);
  }

  /** The day the row says itself; rows of one day mostly follow each other. */
  private LocalDate dayOf(TypedRow typed) {
    for (int column : dayColumns) {
      Object value = typed.value(column);
      if (value != null) {
        long day = ClockDays.dayOf(value);
        LocalDate last = lastDay;
        if (last == null || last.toEpochDay() != day) {
          last = LocalDate.ofEpochDay(day);
          lastDay = last;
          days.add(last);
        }
        return last;
      }
    }
    throw new IllegalStateException("A row of " + source.name() + " says no day");
  }

  private void setAside(FileReading.Result result) {
    List<Finding> found = result.reading().findings();
    rejected.add(
        result.line(),
        REJECTED,
        found.get(0).column(),
        found.get(0).reason().code(),
        found.stream().map(Finding::sentence).distinct().collect(Collectors.joining(" ")),
        result.raw());
  }

  /** A file that is still being written may well end in the middle: that is no fault of it. */
  private void unreadable(String message) {
    try {
      if (reading != null) {
        reading.close();
      }
      if (OpenFile.hasChanged(file.listed(), configuration)) {
        end(Status.WAITING, null, GROWS);
      } else {
        end(Status.REFUSED, null, message);
      }
    } catch (IOException e) {
      end(Status.WAITING, null, "It went away while it was read.");
    }
  }

  private void endOf(FileReading whole) throws IOException {
    whole.close();
    if (OpenFile.hasChanged(file.listed(), configuration)) {
      end(Status.WAITING, null, GROWS);
      return;
    }
    List<String> unread = whole.unreadHeaders();
    end(
        Status.ACCEPTED,
        whole.vintage(),
        unread.isEmpty() ? null : "Columns not kept: " + String.join(", ", unread) + ".");
  }

  private void end(Status status, @Nullable String layout, @Nullable String message) {
    hasEnded = true;
    try {
      if (status == Status.ACCEPTED) {
        rejected.close();
        findings.close();
      } else {
        rejected.discard();
        findings.discard();
      }
    } catch (IOException e) {
      throw new SideFileFailed(e);
    }
    outcomes.add(
        new Outcome(
            file.id(),
            status,
            layout,
            new ArrayList<>(days),
            accepted,
            rejected.count(),
            normalised,
            findings.count(),
            message));
  }

  /** Lets go of what is open when the task ends before the file does. */
  @Override
  public void close() throws IOException {
    if (reading != null) {
      reading.close();
    }
    rejected.close();
    findings.close();
  }
}

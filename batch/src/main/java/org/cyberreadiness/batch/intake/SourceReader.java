package org.cyberreadiness.batch.intake;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.cyberreadiness.batch.intake.Intake.FileResult;
import org.cyberreadiness.batch.intake.Intake.Status;
import org.cyberreadiness.batch.landing.LandingFile;
import org.cyberreadiness.batch.reading.FileReading;
import org.cyberreadiness.batch.reading.UnreadableFile;
import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.Finding;
import org.cyberreadiness.batch.validation.RejectReason;
import org.cyberreadiness.batch.validation.Source;
import org.cyberreadiness.batch.validation.TypedRow;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of one source with Spark:
 *
 * <ol>
 *   <li>one task reads a file from end to end, so that every row knows its line
 *   <li>counts rows read, accepted and rejected per file
 *   <li>gives every row the day it speaks of, and leaves files that speak of a later day waiting
 * </ol>
 */
public final class SourceReader {
  private static final String ROW = "row";
  private static final String REJECT = "reject";
  private static final String READ = "read";
  private static final String REFUSED = "refused";
  private static final String CHANGED = "changed";
  private static final int OWN_COLUMNS = 9;
  private static final String GROWS =
      "It changed while it was read. It is taken in when it is whole.";

  private final SparkSession spark;

  public SourceReader(SparkSession spark) {
    this.spark = spark;
  }

  /** Columns of a source's table in the lake. */
  public static StructType tableSchema(Source source) {
    StructType schema =
        new StructType()
            .add("source_file_id", DataTypes.StringType)
            .add("line", DataTypes.LongType)
            .add("as_at", DataTypes.DateType)
            .add("said_at", DataTypes.StringType);
    for (Column column : source.columns()) {
      schema = schema.add(column.name(), typeOf(column));
    }
    return schema;
  }

  /**
   * Reads files.
   *
   * @param declared their declaration
   * @param files files not seen before
   * @param night files that speak of a later day wait
   */
  public Intake read(Source declared, List<LandingFile> files, LocalDate night) {
    Source source = thatKnowsToday(declared, night);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> configuration =
        context.broadcast(
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    int slices = Math.min(files.size(), 32 * context.defaultParallelism());
    JavaRDD<Row> read =
        context
            .parallelize(files, slices)
            .flatMap(file -> new FileRows(source, file, configuration.value()));
    Dataset<Row> rows =
        spark.createDataFrame(read, rowSchema(source)).persist(StorageLevel.MEMORY_AND_DISK());
    List<FileResult> results = results(source, files, rows, night);
    Dataset<Row> taken = broadcast(takenFiles(results, night));
    Dataset<Row> joined = rows.join(taken, "source_file_id");
    Dataset<Row> accepted =
        joined
            .where(col("row_kind").equalTo(ROW))
            .withColumn("as_at", coalesce(col("row_as_at"), col("file_as_at")))
            .select(names(source));
    Dataset<Row> rejected =
        joined
            .where(col("row_kind").equalTo(REJECT))
            .select(
                col("source_file_id"),
                col("line"),
                col("reject_column").as("column_name"),
                col("reject_code").as("code"),
                col("reject_reason").as("reason"),
                col("reject_raw").as("raw"));
    return new Intake(accepted, rejected, results, rows);
  }

  /**
   * The same source, in which a row that speaks of a day that has not come is set aside: one wrong
   * digit in a year would make its whole file wait for decades.
   */
  private static Source thatKnowsToday(Source source, LocalDate night) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    LocalDate last = night.isAfter(today) ? night : today;
    List<Source.RowRule> rules = new ArrayList<>(source.rules());
    rules.add(row -> speaksOfADayThatHasCome(source, row, last));
    return source.withRules(rules.toArray(Source.RowRule[]::new));
  }

  private static Optional<Finding> speaksOfADayThatHasCome(
      Source source, TypedRow row, LocalDate last) {
    LocalDate day = rowDay(source, row);
    return day == null || !day.isAfter(last)
        ? Optional.empty()
        : Optional.of(
            new Finding(
                null,
                RejectReason.INVALID_DATE,
                "The row speaks as at " + day + ", a day that has not come."));
  }

  private static @Nullable LocalDate rowDay(Source source, TypedRow typed) {
    for (String column : source.asAt().rowColumns()) {
      Object value = typed.value(column);
      if (value instanceof LocalDate day) {
        return day;
      }
      if (value instanceof Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
      }
    }
    return null;
  }

  private static org.apache.spark.sql.Column[] names(Source source) {
    List<org.apache.spark.sql.Column> names = new ArrayList<>();
    for (String name : tableSchema(source).fieldNames()) {
      names.add(col(name));
    }
    return names.toArray(org.apache.spark.sql.Column[]::new);
  }

  private static StructType rowSchema(Source source) {
    StructType schema =
        new StructType()
            .add("source_file_id", DataTypes.StringType)
            .add("line", DataTypes.LongType)
            .add("row_kind", DataTypes.StringType)
            .add("row_as_at", DataTypes.DateType)
            .add("row_normalised", DataTypes.BooleanType)
            .add("reject_column", DataTypes.StringType)
            .add("reject_code", DataTypes.StringType)
            .add("reject_reason", DataTypes.StringType)
            .add("reject_raw", DataTypes.StringType);
    for (Column column : source.columns()) {
      schema = schema.add(column.name(), typeOf(column));
    }
    return schema;
  }

  private static DataType typeOf(Column column) {
    return switch (column.type()) {
      case TEXT -> DataTypes.StringType;
      case DATE -> DataTypes.DateType;
      case INSTANT -> DataTypes.TimestampType;
      case WHOLE -> DataTypes.LongType;
      case DECIMAL -> DataTypes.DoubleType;
      case FLAG -> DataTypes.BooleanType;
    };
  }

  private List<FileResult> results(
      Source source, List<LandingFile> files, Dataset<Row> rows, LocalDate night) {
    String fileColumn = source.asAt().fileColumn();
    Dataset<Row> counted =
        rows.groupBy("source_file_id")
            .agg(
                count(when(col("row_kind").equalTo(ROW), 1)).as("accepted"),
                count(when(col("row_kind").equalTo(REJECT), 1)).as("rejected"),
                count(when(col("row_normalised"), 1)).as("normalised"),
                max("row_as_at").as("row_as_at"),
                (fileColumn == null
                        ? lit(null).cast(DataTypes.DateType)
                        : max(col(fileColumn).cast(DataTypes.DateType)))
                    .as("largest"),
                max(when(col("row_kind").isin(READ, REFUSED, CHANGED), col("row_kind"))).as("end"),
                max(when(col("row_kind").isin(READ, REFUSED, CHANGED), col("reject_reason")))
                    .as("message"),
                max(when(col("row_kind").equalTo(READ), col("reject_code"))).as("layout"));
    Map<String, Row> byFile = new HashMap<>();
    counted.collectAsList().forEach(row -> byFile.put(row.getString(0), row));
    List<FileResult> results = new ArrayList<>();
    for (LandingFile file : files) {
      Row row = byFile.get(file.id());
      if (row == null) {
        throw new IllegalStateException("No outcome for " + file.name());
      }
      results.add(result(source, file, row, night));
    }
    return results;
  }

  private static FileResult result(Source source, LandingFile file, Row row, LocalDate night) {
    String end = row.getAs("end");
    String message = row.getAs("message");
    if (end.equals(REFUSED)) {
      return FileResult.without(file, Status.REFUSED, message);
    }
    if (end.equals(CHANGED)) {
      return FileResult.without(file, Status.WAITING, message);
    }
    LocalDate newestRow = row.getAs("row_as_at");
    LocalDate largest = row.getAs("largest");
    LocalDate asAt = fileDay(file, newestRow, largest);
    String note = message;
    if (asAt == null && !source.asAt().isNightAssumed()) {
      return FileResult.without(
          file,
          Status.REFUSED,
          "Nothing says the day it speaks of. Put the date into its name, or the file into a folder"
              + " named YYYY-MM-DD.");
    }
    if (asAt == null) {
      asAt = night;
      String assumed =
          "Neither name, rows nor folder give a day; taken as at the night. Put the file into a"
              + " folder named YYYY-MM-DD to say otherwise.";
      note = note == null ? assumed : note + " " + assumed;
    }
    if (asAt.isAfter(night) || (newestRow != null && newestRow.isAfter(night))) {
      return FileResult.without(
          file,
          Status.WAITING,
          "It speaks of "
              + (newestRow != null && newestRow.isAfter(asAt) ? newestRow : asAt)
              + ", after the night of "
              + night
              + ".");
    }
    return new FileResult(
        file,
        Status.ACCEPTED,
        row.getAs("layout"),
        asAt,
        row.<Long>getAs("accepted"),
        row.<Long>getAs("rejected"),
        row.<Long>getAs("normalised"),
        note);
  }

  private static @Nullable LocalDate fileDay(
      LandingFile file, @Nullable LocalDate newestRow, @Nullable LocalDate largest) {
    if (file.namedDay() != null) {
      return file.namedDay();
    }
    if (newestRow != null) {
      return newestRow;
    }
    return file.folderDay() != null ? file.folderDay() : largest;
  }

  private Dataset<Row> takenFiles(List<FileResult> results, LocalDate night) {
    List<Row> taken =
        results.stream()
            .filter(result -> result.status() == Status.ACCEPTED)
            .map(
                result ->
                    RowFactory.create(
                        result.file().id(),
                        result.asAt() == null ? night : result.asAt(),
                        result.file().timeOfDay()))
            .toList();
    return spark.createDataFrame(
        taken,
        new StructType()
            .add("source_file_id", DataTypes.StringType)
            .add("file_as_at", DataTypes.DateType)
            .add("said_at", DataTypes.StringType));
  }

  /** The rows of one file, read as they are asked for; ends with a row that says how it went. */
  private static final class FileRows implements Iterator<Row> {
    private final Source source;
    private final LandingFile file;
    private final SerializableConfiguration configuration;
    private @Nullable FileReading reading;
    private @Nullable Row ahead;
    private boolean ended;

    FileRows(Source source, LandingFile file, SerializableConfiguration configuration) {
      this.source = source;
      this.file = file;
      this.configuration = configuration;
    }

    @Override
    public boolean hasNext() {
      if (ahead == null && !ended) {
        ahead = read();
      }
      return ahead != null;
    }

    @Override
    public Row next() {
      if (!hasNext() || ahead == null) {
        throw new NoSuchElementException();
      }
      Row row = ahead;
      ahead = null;
      return row;
    }

    private Row read() {
      try {
        if (reading == null) {
          if (file.sha256().isEmpty()) {
            return end(REFUSED, null, "The file cannot be opened. Check that it may be read.");
          }
          reading = new FileReading(file.fileName(), source, open());
        }
        FileReading.Result result = reading.next();
        return result == null ? endOf(reading) : row(result);
      } catch (UnreadableFile e) {
        return unreadable(String.valueOf(e.getMessage()));
      } catch (IOException | RuntimeException e) {
        return unreadable("The file cannot be read: " + e.getMessage() + ".");
      } catch (FSError e) {
        return unreadable("The disk cannot read the file. Deliver it again.");
      }
    }

    /** A file that is still being written may well end in the middle: that is no fault of it. */
    private Row unreadable(String message) {
      try {
        if (reading != null) {
          reading.close();
        }
        return changed() ? end(CHANGED, null, GROWS) : end(REFUSED, null, message);
      } catch (IOException e) {
        return end(CHANGED, null, "It went away while it was read.");
      }
    }

    private Row endOf(FileReading whole) throws IOException {
      whole.close();
      if (changed()) {
        return end(CHANGED, null, GROWS);
      }
      List<String> unread = whole.unreadHeaders();
      return end(
          READ,
          whole.vintage(),
          unread.isEmpty() ? null : "Columns not kept: " + String.join(", ", unread) + ".");
    }

    private InputStream open() throws IOException {
      Path path = new Path(file.location());
      return path.getFileSystem(configuration.value()).open(path);
    }

    private boolean changed() throws IOException {
      Path path = new Path(file.location());
      FileSystem files = path.getFileSystem(configuration.value());
      FileStatus status = files.getFileStatus(path);
      return status.getLen() != file.size() || status.getModificationTime() != file.modified();
    }

    private Row end(String kind, @Nullable String vintage, @Nullable String message) {
      ended = true;
      @Nullable Object[] values = values(0, kind);
      values[6] = vintage;
      values[7] = message;
      return RowFactory.create(values);
    }

    private Row row(FileReading.Result result) {
      TypedRow typed = result.reading().row();
      @Nullable Object[] values = values(result.line(), typed == null ? REJECT : ROW);
      values[4] = typed != null && result.reading().normalised();
      if (typed == null) {
        List<Finding> findings = result.reading().findings();
        values[5] = findings.get(0).column();
        values[6] = findings.get(0).reason().code();
        values[7] =
            findings.stream().map(Finding::sentence).distinct().collect(Collectors.joining(" "));
        values[8] = result.raw();
      } else {
        values[3] = rowDay(source, typed);
        typed.copyInto(values, OWN_COLUMNS);
      }
      return RowFactory.create(values);
    }

    private @Nullable Object[] values(long line, String kind) {
      @Nullable Object[] values = new @Nullable Object[OWN_COLUMNS + source.columns().size()];
      values[0] = file.id();
      values[1] = line;
      values[2] = kind;
      values[4] = false;
      return values;
    }
  }
}

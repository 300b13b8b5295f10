package org.cyberreadiness.batch.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.cyberreadiness.batch.landing.Deliveries;
import org.cyberreadiness.batch.landing.FileId;
import org.cyberreadiness.batch.landing.FileLedger;
import org.cyberreadiness.batch.landing.FileResult;
import org.cyberreadiness.batch.landing.FileResult.Status;
import org.cyberreadiness.batch.landing.LandingFile;
import org.cyberreadiness.batch.validation.Column;
import org.cyberreadiness.batch.validation.Source;

/**
 * Takes in the files of one source, in one stream from their bytes to the lake:
 *
 * <ol>
 *   <li>finds the day of files whose values alone say it; one that speaks of a later day waits
 *   <li>reads every file in a task of its own, so that every row knows its line, and hands the
 *       typed rows on as they come; what is set aside goes to a file beside
 *   <li>tells what became of each file, as its task saw it
 * </ol>
 */
public final class Intake {
  private final SparkSession spark;
  private final Path scratch;

  /**
   * @param scratch a folder, of any file system Spark reaches, for what is set aside; the caller's
   *     to delete once the night has written it
   */
  public Intake(SparkSession spark, String scratch) {
    this.spark = spark;
    this.scratch = new Path(scratch);
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

  private static DataType typeOf(Column column) {
    return switch (column.type()) {
      case TEXT -> DataTypes.StringType;
      case DATE -> DataTypes.DateType;
      case INSTANT -> DataTypes.TimestampType;
      case WHOLE -> DataTypes.LongType;
      case FLAG -> DataTypes.BooleanType;
    };
  }

  /**
   * Takes in files.
   *
   * @param source their declaration
   * @param files files to read; none is listed twice
   * @param write writes the accepted rows, once
   */
  public TakenIn takeIn(Source source, List<LandingFile> files, Consumer<Dataset<Row>> write) {
    Map<LandingFile, FileResult> results = new LinkedHashMap<>();
    List<DatedFile> toRead = new ArrayList<>();
    for (DatedFile dated : dated(source, files)) {
      LandingFile file = dated.file();
      if (dated.refusal() != null) {
        results.put(file, FileResult.without(file, Status.REFUSED, dated.refusal()));
      } else if (dated.day() != null && dated.isOfItsValues() && dated.day().isAfter(file.seenOn())) {
        results.put(file, Deliveries.waitsFor(dated.day(), file, file.seenOn()));
      } else {
        toRead.add(dated);
      }
    }
    Outcomes outcomes = new Outcomes();
    if (!toRead.isEmpty()) {
      spark.sparkContext().register(outcomes);
      write.accept(rows(source, toRead, outcomes));
    }
    List<FileId> toUndo = new ArrayList<>();
    for (DatedFile dated : toRead) {
      Outcome outcome = outcomes.of(dated.file().id());
      results.put(dated.file(), outcome.result(dated));
      if (outcome.isUnfit() && outcome.accepted() > 0) {
        toUndo.add(dated.file().id());
      }
    }
    List<FileResult> inOrder = files.stream().map(results::get).toList();
    return new TakenIn(
        inOrder,
        aside(SetAside.REJECTED, FileLedger.REJECTED_SCHEMA, inOrder, FileResult::rejected),
        aside(SetAside.FINDINGS, FileLedger.FINDINGS_SCHEMA, inOrder, FileResult::findings),
        toUndo);
  }
}

package org.cyberreadiness.batch.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.cyberreadiness.batch.landing.FileId;
import org.cyberreadiness.batch.landing.FileLedger;
import org.cyberreadiness.batch.landing.FileResult;
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
   * @throws IOException when the folder for what is set aside cannot be made ready
   */
  public TakenIn takeIn(Source source, List<LandingFile> files, Consumer<Dataset<Row>> write)
      throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> configuration =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    Path aside = new Path(scratch, source.name());
    aside.getFileSystem(context.hadoopConfiguration()).delete(aside, true);
    Dating dating = Dating.of(source, files, context, configuration);
    Outcomes outcomes = new Outcomes();
    spark.sparkContext().register(outcomes);
    if (!dating.dated().isEmpty()) {
      write.accept(rows(source, dating.dated(), context, aside, configuration, outcomes));
    }
    List<FileResult> results = new ArrayList<>(dating.notRead());
    List<FileId> toUndo = new ArrayList<>();
    for (DatedFile dated : dating.dated()) {
      Outcome outcome = outcomes.of(dated.file().id());
      results.add(outcome.result(dated));
      if (outcome.isToUndo()) {
        toUndo.add(outcome.file());
      }
    }
    results.sort(Comparator.comparing(result -> result.file().name()));
    return new TakenIn(
        results,
        results.stream().anyMatch(result -> result.rejected() > 0)
            ? Optional.of(read(new Path(aside, SetAside.REJECTED), FileLedger.REJECTED_SCHEMA))
            : Optional.empty(),
        results.stream().anyMatch(result -> result.findings() > 0)
            ? Optional.of(read(new Path(aside, SetAside.FINDINGS), FileLedger.FINDINGS_SCHEMA))
            : Optional.empty(),
        toUndo);
  }

  private Dataset<Row> rows(
      Source source,
      List<DatedFile> files,
      JavaSparkContext context,
      Path aside,
      Broadcast<SerializableConfiguration> configuration,
      Outcomes outcomes) {
    String folder = aside.toString();
    JavaRDD<InternalRow> rows =
        context
            .parallelize(files, slices(files.size(), context))
            .flatMap(
                file -> {
                  FileRows read =
                      new FileRows(source, file, new Path(folder), configuration.value(), outcomes);
                  TaskContext.get().addTaskCompletionListener(new Closing(read));
                  return read;
                });
    return LakeRows.dataset(spark, rows, tableSchema(source));
  }

  /** Several tasks a core, for files differ in size; not one a file where there are thousands. */
  static int slices(int files, JavaSparkContext context) {
    return Math.min(files, 32 * context.defaultParallelism());
  }

  private Dataset<Row> read(Path folder, StructType schema) {
    return spark.read().schema(schema).option("mode", "FAILFAST").json(folder.toString());
  }
}

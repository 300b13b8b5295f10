package org.cyberreadiness.batch;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.counting.Counting;
import org.cyberreadiness.batch.fact.FactRun;
import org.cyberreadiness.batch.fact.SqlFile;
import org.cyberreadiness.batch.history.KnownOn;
import org.cyberreadiness.batch.intake.Intake;
import org.cyberreadiness.batch.landing.FileLedger;
import org.cyberreadiness.batch.policy.Policy;
import org.cyberreadiness.batch.policy.Practice;
import org.cyberreadiness.batch.validation.Source;

/**
 * What facts read that is no fact: what was landed and counted, as known on a night; the policy.
 */
record FactInputs(SparkSession spark, FactRun facts, KnownOn known, Policy policy) {
  private static final StructType EDITION =
      new StructType()
          .add("edition", DataTypes.StringType)
          .add("opens_on", DataTypes.DateType)
          .add("deadline", DataTypes.DateType)
          .add("series", DataTypes.StringType)
          .add("ig_version", DataTypes.StringType);
  private static final StructType APPLIES_TO =
      new StructType().add("practice", DataTypes.StringType).add("type", DataTypes.StringType);

  void landed(Sources sources) throws IOException {
    for (Source source : sources.byName().values()) {
      facts.input(
          source.table(),
          known.rows(source.table(), Intake.tableSchema(source)),
          known.state(source.table()));
    }
  }

  /** The counts; a month that has ended is judged on each group's last inventory of it. */
  void counted(Counting counting, LocalDate night) throws IOException {
    for (Counting.View view : counting.views(night)) {
      facts.inputByNight(view.name(), view.rows(), view.states());
    }
    SqlFile months = SqlFile.of(policy.files(), "counting/device_month.sql");
    facts.input(
        months.name(),
        spark.sql(months.text(), Map.of("night", night)),
        months.text() + counting.endedMonths(night));
    facts.input("counted_day", counting.countedDays(night), counting.countedDaysState(night));
  }

  /** The ledger: files, rows set aside and values left out, of files that have spoken by then. */
  void ledger(LocalDate night) throws IOException {
    String suffix = " on " + night;
    facts.keep(
        FileLedger.FILES,
        known.lake().table(FileLedger.FILES).state() + suffix,
        () -> FileLedger.asKnownOn(rows(FileLedger.FILES, FileLedger.FILES_SCHEMA), night));
    ofFiles(FileLedger.REJECTED, FileLedger.REJECTED_SCHEMA, suffix);
    ofFiles(FileLedger.FINDINGS, FileLedger.FINDINGS_SCHEMA, suffix);
  }

  private void ofFiles(String table, StructType schema, String suffix) throws IOException {
    facts.keep(
        table,
        known.lake().table(FileLedger.FILES).state() + known.lake().table(table).state() + suffix,
        () -> FileLedger.ofFiles(rows(table, schema), spark.table(FileLedger.FILES)));
  }

  private Dataset<Row> rows(String table, StructType schema) throws IOException {
    return known.lake().table(table).rows(schema);
  }

  /** The policy: editions, who a practice applies to, and its small tables. */
  void rules() {
    List<Row> editions = new ArrayList<>();
    policy
        .editions()
        .forEach(
            e ->
                editions.add(
                    RowFactory.create(
                        e.edition(), e.opensOn(), e.deadline(), e.series(), e.igVersion())));
    facts.input("edition", spark.createDataFrame(editions, EDITION), editions.toString());
    List<Row> applies = new ArrayList<>();
    for (Practice practice : policy.practices()) {
      practice.appliesTo().forEach(t -> applies.add(RowFactory.create(practice.name(), t)));
    }
    facts.input("applies_to", spark.createDataFrame(applies, APPLIES_TO), applies.toString());
    policy
        .tables()
        .byName()
        .forEach(
            (name, text) ->
                facts.input(
                    name,
                    spark
                        .read()
                        .option("header", "true")
                        .csv(spark.createDataset(text.lines().toList(), Encoders.STRING())),
                    text));
  }
}

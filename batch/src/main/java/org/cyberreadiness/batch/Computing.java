package org.cyberreadiness.batch;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.TakingIn.Taken;
import org.cyberreadiness.batch.counting.Counting;
import org.cyberreadiness.batch.counting.Retention;
import org.cyberreadiness.batch.fact.Fact;
import org.cyberreadiness.batch.fact.FactOrder;
import org.cyberreadiness.batch.fact.FactRun;
import org.cyberreadiness.batch.fact.FactStore;
import org.cyberreadiness.batch.fact.Parts;
import org.cyberreadiness.batch.history.KnownOn;
import org.cyberreadiness.batch.history.Lake;
import org.cyberreadiness.batch.intake.Intake;
import org.cyberreadiness.batch.policy.Policy;
import org.cyberreadiness.batch.run.Story;
import org.cyberreadiness.batch.validation.Source;

/** Counts the devices of the night, and computes the facts and the outcome of every practice. */
record Computing(
    SparkSession spark, Lake lake, Settings settings, Sources sources, Policy policy, Story story) {

  /** The counts of the lake; it must be open. */
  Counting counting() throws IOException {
    Map<String, StructType> landed = new HashMap<>();
    for (Source source : sources.byName().values()) {
      if (Retention.SOURCES.contains(source.name())) {
        landed.put(source.table(), Intake.tableSchema(source));
      }
    }
    return new Counting(
        spark,
        lake,
        landed,
        policy.files(),
        new Counting.Days(
            policy.number("stale_days"),
            new Retention(policy.number("device_row_days")),
            policy.number("whole_inventories")));
  }

  /** Counts what was taken in; returns how many days were counted. */
  int count(Taken taken, Counting counting) throws IOException {
    Counting.Counted counted =
        counting.recount(
            taken.days(name -> name.startsWith("agents-")), taken.days("software"::equals));
    counted.notes().forEach(story::warn);
    return counted.days();
  }

  /** Every fact, and the outcomes of every practice. */
  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    FactOrder.in(policy.files(), "fact").forEach(file -> facts.add(Fact.of(file)));
    policy
        .practices()
        .forEach(p -> facts.add(new Fact(Publishing.outcomesOf(p), policy.sql(p), p.parameters())));
    return facts;
  }

  /** Computes facts from what was known on a night; returns how many there are. */
  int compute(List<Fact> facts, FactStore store, Counting counting, LocalDate night)
      throws Exception {
    Map<String, Object> parameters = new HashMap<>(policy.parameters());
    parameters.put("night", night);
    FactRun run =
        new FactRun(
            spark, store, parameters, new Parts(counting.wholeDays(night)), settings.factThreads());
    FactInputs inputs = new FactInputs(spark, run, new KnownOn(lake, night), policy);
    inputs.landed(sources);
    inputs.counted(counting, night);
    inputs.rules();
    inputs.ledger(night);
    run.run(facts, story::fact);
    return facts.size();
  }
}

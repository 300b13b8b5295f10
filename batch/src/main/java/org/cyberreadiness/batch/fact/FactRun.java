package org.cyberreadiness.batch.fact;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.cyberreadiness.batch.resource.Fingerprint;
import org.cyberreadiness.batch.run.SideBySide;

/**
 * Runs the {@code .sql} files of facts, each after those it reads. A result is kept under the
 * fingerprint of all it follows from (its text, the parameters it names, the state of what it
 * reads), so a night computes only what its files, its date or a changed rule touch, and takes the
 * rest as it is. A fact by night follows night by night, so of it only nights are computed that
 * changed.
 */
public final class FactRun {
  private static final String NIGHT = "night";
  private static final String PART = "part";

  private final SparkSession spark;
  private final FactStore store;
  private final Map<String, Object> parameters;
  private final Parts parts;
  private final int threads;
  private final Map<String, State> states = new ConcurrentHashMap<>();

  /** Hears of each fact: its name, the seconds it took, and whether it was taken as it was. */
  @FunctionalInterface
  public interface Told {
    void fact(String name, double seconds, boolean isUnchanged);
  }

  /**
   * @param spark session whose views the facts read
   * @param store keeps results between nights
   * @param parameters named markers of the files
   * @param parts how facts by night are kept
   * @param threads facts that are computed at the same time
   */
  public FactRun(
      SparkSession spark,
      FactStore store,
      Map<String, Object> parameters,
      Parts parts,
      int threads) {
    this.spark = spark;
    this.store = store;
    this.parameters = Map.copyOf(parameters);
    this.parts = parts;
    this.threads = threads;
  }

  /**
   * Makes a view that facts may read.
   *
   * @param state tells this state of its rows from every other
   */
  public void input(String view, Dataset<Row> rows, String state) {
    rows.createOrReplaceTempView(view);
    states.put(view, State.of(state));
  }

  /**
   * Makes a view that facts may read night by night.
   *
   * @param nights tells the rows of each night from all others
   */
  public void inputByNight(String view, Dataset<Row> rows, NavigableMap<LocalDate, String> nights) {
    rows.createOrReplaceTempView(view);
    states.put(view, State.ofNights(nights));
  }

  /** Runs facts, several side by side; each result is a view for those that read it. */
  public void run(Collection<Fact> facts, Told told) throws Exception {
    SideBySide.run(
        threads, FactOrder.ordered(facts), Fact::name, f -> f.file().reads(), f -> run(f, told));
  }

  private void run(Fact fact, Told told) throws IOException {
    SparkSession.setActiveSession(spark);
    long start = System.nanoTime();
    Map<String, Object> named = new TreeMap<>(parameters);
    named.putAll(fact.parameters());
    named.keySet().retainAll(fact.file().markers(named.keySet()));
    NavigableMap<String, State> read = new TreeMap<>();
    for (String input : fact.file().reads()) {
      State state = states.get(input);
      if (state == null) {
        throw new IllegalStateException(
            fact.name() + " reads " + input + ", which nothing provides");
      }
      read.put(input, state);
    }
    String origin = fact.name() + fact.file().text() + named;
    NavigableSet<LocalDate> nights = nights(read.values());
    boolean isNew =
        (fact.file().isByNight() && !nights.isEmpty())
            ? byNight(fact, named, read, nights, origin)
            : whole(fact, named, read, origin);
    told.fact(fact.name(), (System.nanoTime() - start) / 1e9, !isNew);
  }

  private static NavigableSet<LocalDate> nights(Collection<State> read) {
    NavigableSet<LocalDate> nights = new TreeSet<>();
    for (State state : read) {
      NavigableMap<LocalDate, String> known = state.nights();
      if (known != null) {
        nights.addAll(known.keySet());
      }
    }
    return nights;
  }

  private boolean whole(
      Fact fact, Map<String, Object> named, NavigableMap<String, State> read, String origin)
      throws IOException {
    StringBuilder all = new StringBuilder(origin);
    read.forEach((input, state) -> all.append('\n').append(state.whole()));
    boolean isNew = keep(fact.name(), all.toString(), () -> spark.sql(fact.file().text(), named));
    if (named.containsKey(NIGHT) || fact.file().isKeyedByContent()) {
      // the night's date alone changes little: what follows need not be computed again for it
      states.put(fact.name(), State.of(contentOf(spark.table(fact.name()))));
    }
    return isNew;
  }

  /** Rows still to be computed. */
  @FunctionalInterface
  public interface Rows {
    Dataset<Row> rows() throws IOException;
  }

  /**
   * Keeps rows under what they follow from, and makes them a view.
   *
   * @param origin all they follow from, as text
   * @return true when they had to be computed
   */
  public boolean keep(String name, String origin, Rows rows) throws IOException {
    String key = Fingerprint.of(origin);
    boolean isNew = !store.missing(name, List.of(key)).isEmpty();
    if (isNew) {
      store.write(name, key, rows.rows());
    }
    store.read(name, List.of(key)).createOrReplaceTempView(name);
    states.put(name, State.of(key));
    return isNew;
  }

  private boolean byNight(
      Fact fact,
      Map<String, Object> named,
      NavigableMap<String, State> read,
      NavigableSet<LocalDate> nights,
      String origin)
      throws IOException {
    Map<String, String> keys = keys(read, nights, origin);
    NavigableSet<String> missing = new TreeSet<>(store.missing(fact.name(), keys.values()));
    if (!missing.isEmpty()) {
      NavigableSet<LocalDate> asked = new TreeSet<>(nights);
      asked.removeIf(night -> !missing.contains(keys.get(parts.of(night))));
      List<String> views = new ArrayList<>();
      read.forEach(
          (view, state) -> {
            if (state.nights() != null) {
              views.add(view);
            }
          });
      compute(fact, named, views, asked, keys, List.copyOf(missing));
    }
    store.read(fact.name(), keys.values()).createOrReplaceTempView(fact.name());
    NavigableMap<LocalDate, String> known = new TreeMap<>();
    nights.forEach(night -> known.put(night, String.valueOf(keys.get(parts.of(night)))));
    states.put(fact.name(), State.ofNights(known));
    return !missing.isEmpty();
  }

  /** Key of each part: all that its rows follow from. */
  private Map<String, String> keys(
      NavigableMap<String, State> read, NavigableSet<LocalDate> nights, String origin) {
    StringBuilder all = new StringBuilder(origin);
    read.values().stream()
        .filter(state -> state.nights() == null)
        .forEach(state -> all.append('\n').append(state.whole()));
    Map<String, String> keys = new LinkedHashMap<>();
    parts
        .byName(nights)
        .forEach(
            (part, of) -> {
              StringBuilder own = new StringBuilder(all).append('\n').append(part);
              for (State state : read.values()) {
                NavigableMap<LocalDate, String> known = state.nights();
                if (known != null) {
                  of.forEach(night -> own.append('\n').append(night).append(known.get(night)));
                }
              }
              keys.put(part, Fingerprint.of(own.toString()));
            });
    return keys;
  }

  private void compute(
      Fact fact,
      Map<String, Object> named,
      List<String> views,
      NavigableSet<LocalDate> asked,
      Map<String, String> keys,
      List<String> missing)
      throws IOException {
    StringBuilder condition = new StringBuilder(NIGHT).append(" in (");
    asked.forEach(night -> condition.append("date'").append(night).append("', "));
    condition.setLength(condition.length() - 2);
    Dataset<Row> rows =
        spark
            .sql(fact.file().where(views, condition.append(')').toString()), named)
            .where(col(NIGHT).isin(asked.toArray()));
    if (missing.size() == 1) {
      store.write(fact.name(), missing.getFirst(), rows);
      return;
    }
    List<Column> keyOf = new ArrayList<>();
    asked.forEach(
        night -> {
          keyOf.add(lit(night));
          keyOf.add(lit(keys.get(parts.of(night))));
        });
    Column part = element_at(map(keyOf.toArray(Column[]::new)), col(NIGHT));
    store.write(
        fact.name(),
        Fingerprint.of(String.join("\n", missing)),
        rows.withColumn(PART, part),
        missing);
  }

  private static String contentOf(Dataset<Row> rows) {
    Column[] columns = Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new);
    Row sum =
        rows.select(functions.xxhash64(columns).as("hash"))
            .agg(functions.count("*"), functions.sum(col("hash").cast("decimal(38,0)")))
            .head();
    return sum.get(0) + ":" + sum.get(1);
  }
}

package org.cyberreadiness.batch.counting;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.cyberreadiness.batch.history.Lake;
import org.cyberreadiness.batch.resource.RuleFiles;
import org.jspecify.annotations.Nullable;

/**
 * Counts of devices and of software for ever. What later facts need of an inventory is its counts
 * by device group, so a night costs what arrived and not what is kept:
 *
 * <ol>
 *   <li>the days that tonight's files touch are counted anew, from their rows; each kind of count
 *       owns its days
 *   <li>so are the days counted by another rule than today's, where their rows are still kept
 *   <li>the months of these days are brought up to date
 *   <li>rows of days long past are let go of; their counts stay
 * </ol>
 */
public final class Counting {
  private final Lake lake;
  private final Retention retention;
  private final int whole;
  private final Counts devices;
  private final Counts software;
  private final Evaluation evaluation;
  private final DeviceCounts deviceCounts;
  private final SoftwareCounts softwareCounts;

  /**
   * How days count.
   *
   * @param stale days after which a device that was not seen is stale
   * @param retention for how long rows of devices are kept
   * @param whole newest inventory days that the snapshot shows each by itself
   */
  public record Days(int stale, Retention retention, int whole) {
    public Days {
      if (stale < 1 || whole < 1) {
        throw new IllegalArgumentException(
            "stale_days and whole_inventories must be 1 or more, not " + stale + " and " + whole);
      }
    }
  }

  /**
   * @param lake the lake, open
   * @param landed columns of the landed tables of {@link Retention#SOURCES}, by table
   * @param files where the rules lie
   */
  public Counting(
      SparkSession spark, Lake lake, Map<String, StructType> landed, RuleFiles files, Days days)
      throws IOException {
    this.lake = lake;
    retention = days.retention();
    whole = days.whole();
    new OlderCounts(spark, lake).bring();
    evaluation = new Evaluation(spark, lake, landed, files, days.stale());
    devices = counts(spark, CountTable.DEVICES, DeviceCounts.rule(evaluation));
    software = counts(spark, CountTable.SOFTWARE, SoftwareCounts.rule(evaluation));
    deviceCounts = new DeviceCounts(evaluation, devices);
    softwareCounts = new SoftwareCounts(lake, evaluation, software);
  }

  private Counts counts(SparkSession spark, CountTable kind, String rule) throws IOException {
    return new Counts(lake, kind, new CountedDays(spark, lake.table(kind.days())), rule);
  }

  /**
   * What was counted.
   *
   * @param days days counted anew
   * @param notes what an operator should know
   */
  public record Counted(int days, List<String> notes) {}

  /**
   * Counts anew what tonight's files and a changed rule touch.
   *
   * @param agentDays days of which agents' files say something, or said before
   * @param softwareDays days of which software files say something, or said before
   */
  public Counted recount(Collection<LocalDate> agentDays, Collection<LocalDate> softwareDays)
      throws IOException {
    List<String> notes = new ArrayList<>();
    LocalDate oldest = oldestRows();
    evaluation.land();
    NavigableSet<LocalDate> agents = new TreeSet<>(agentDays);
    agents.addAll(ofAnotherRule(devices, "devices", oldest, notes));
    deviceCounts.recount(agents, past(agents, oldest));
    NavigableSet<LocalDate> touched = new TreeSet<>(softwareDays);
    touched.addAll(softwareCounts.placedBy(agents));
    touched.addAll(ofAnotherRule(software, "software", oldest, notes));
    softwareCounts.recount(touched, past(touched, oldest));
    return new Counted(agents.size() + touched.size(), notes);
  }

  private static NavigableSet<LocalDate> ofAnotherRule(
      Counts counts, String what, @Nullable LocalDate oldest, List<String> notes) {
    NavigableSet<LocalDate> other = counts.days().ofOtherRules(counts.rule());
    if (other.isEmpty() || oldest == null) {
      return new TreeSet<>();
    }
    NavigableSet<LocalDate> kept = new TreeSet<>(other.tailSet(oldest, true));
    NavigableSet<LocalDate> past = other.headSet(oldest, false);
    if (!kept.isEmpty()) {
      notes.add(
          "The rule by which "
              + what
              + " are counted has changed: "
              + kept.size()
              + " inventory days were counted anew"
              + (past.isEmpty()
                  ? "."
                  : "; "
                      + past.size()
                      + " days before "
                      + oldest
                      + " keep the counts of the rule before, for their rows were let go of."));
    }
    return kept;
  }

  private static NavigableSet<LocalDate> past(
      NavigableSet<LocalDate> days, @Nullable LocalDate oldest) {
    return oldest == null ? new TreeSet<>() : new TreeSet<>(days.headSet(oldest));
  }

  /** Oldest day of which rows of devices are kept; null before the first inventory. */
  public @Nullable LocalDate oldestRows() {
    return retention.oldest(devices.days().all());
  }

  /**
   * Lets go of rows of days long past; their counts stay.
   *
   * @return tables that rows were let go of
   */
  public List<String> forget() throws IOException {
    return retention.forget(lake, oldestRows());
  }

  /**
   * What facts read of a count.
   *
   * @param name name of the view
   * @param rows its rows
   * @param states what tells the rows of each night from all others
   */
  public record View(String name, Dataset<Row> rows, NavigableMap<LocalDate, String> states) {}

  /** The counts as known on a night, which facts read night by night. */
  public List<View> views(LocalDate night) throws IOException {
    List<View> views = new ArrayList<>();
    for (Counts counts : List.of(devices, software)) {
      NavigableSet<LocalDate> newest = counts.newest(whole, night);
      views.add(
          new View(
              counts == devices ? CountTable.DEVICES.name() : CountTable.SOFTWARE.name(),
              counts.knownOn(night, newest),
              counts.states(night, newest)));
    }
    return views;
  }

  /** Newest inventory days up to a night, of devices and of software, which stand by themselves. */
  public NavigableSet<LocalDate> wholeDays(LocalDate night) {
    NavigableSet<LocalDate> days = devices.newest(whole, night);
    days.addAll(software.newest(whole, night));
    return days;
  }

  /** What tells the device counts of months that have ended by a night from all others. */
  public String endedMonths(LocalDate night) {
    NavigableSet<LocalDate> known = devices.days().all();
    LocalDate running = night.plusDays(1).withDayOfMonth(1);
    return running + devices.days().content(known.headSet(running));
  }

  /** Rows taken in, repeats and devices counted of each inventory day and agent. */
  public Dataset<Row> countedDays(LocalDate night) {
    return devices
        .days()
        .until(night)
        .select(col("night"), col("source"), col("rows"), col("repeats"), col("devices"));
  }

  /** What tells {@link #countedDays} from all others. */
  public String countedDaysState(LocalDate night) {
    return devices.days().state(night);
  }
}

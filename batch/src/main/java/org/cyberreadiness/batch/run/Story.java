package org.cyberreadiness.batch.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cyberreadiness.batch.landing.FileResult;
import org.cyberreadiness.batch.landing.FileResult.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a night tells its operator, line by line, and the summary at its end. Its steps follow one
 * another and add up to the night; within some of them parts are worked on at the same time, and
 * tell of themselves from several threads.
 */
public final class Story {
  private static final int FILES_TOLD = 20;
  static final double SHOWN_SECONDS = 0.05;

  private final PrintStream out;
  private final ProgressBar bar;
  private final long start = System.nanoTime();
  private final List<Step> steps = new ArrayList<>();
  private final List<Step> parts = new ArrayList<>();
  private final List<FileResult> files = new ArrayList<>();
  private final Map<String, Double> secondsBySource = new TreeMap<>();
  private final List<String> warnings = new ArrayList<>();

  /** One step of the night and the seconds it took. */
  public record Step(String name, double seconds) {}

  /** A story in plain lines. */
  public Story(PrintStream out) {
    this(out, ProgressBar.none());
  }

  /** A story in plain lines, with a bar below them. */
  public Story(PrintStream out, ProgressBar bar) {
    this.out = out;
    this.bar = bar;
  }

  /** Says a sentence. */
  public synchronized void say(String sentence) {
    bar.clear();
    out.println(sentence);
    bar.draw();
  }

  /** Says a sentence that the operator should act on; the report keeps it. */
  public synchronized void warn(String sentence) {
    warnings.add(sentence);
    say("Note: " + sentence);
  }

  /** So many more steps are to come. */
  public synchronized void expect(int more) {
    bar.expect(more);
  }

  /** A step begins. */
  public synchronized void begin(String name) {
    bar.begin(name);
  }

  /** A step has ended. */
  public synchronized void step(String name, double seconds) {
    steps.add(new Step(name, seconds));
    bar.end(name);
  }

  /** A fact was computed, or taken as it was the night before. */
  public synchronized void fact(String name, double seconds, boolean isUnchanged) {
    parts.add(new Step(isUnchanged ? name + " (unchanged)" : name, seconds));
    bar.end(name);
  }

  /** Runs a step and keeps its time. */
  public <T> T timed(String name, Work<T> work) throws Exception {
    begin(name);
    long begun = System.nanoTime();
    T result = work.run();
    step(name, (System.nanoTime() - begun) / 1e9);
    return result;
  }

  /** Work that may fail. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws Exception;
  }

  /** What became of a source's files. */
  public synchronized void files(String source, List<FileResult> results, double seconds) {
    files.addAll(results);
    secondsBySource.put(source, seconds);
    parts.add(new Step(source, seconds));
    bar.end(source);
    long accepted = results.stream().mapToLong(FileResult::accepted).sum();
    long rejected = results.stream().mapToLong(FileResult::rejected).sum();
    say(
        String.format(
            Locale.UK,
            "  %-20s %4d %s %,12d rows taken in %,8d set aside %6.1f s",
            source,
            results.size(),
            results.size() == 1 ? "file " : "files",
            accepted,
            rejected,
            seconds));
    tellOthers(results.stream().filter(result -> result.status() != Status.ACCEPTED).toList());
  }

  /** Files of bytes that came before. */
  public synchronized void duplicates(List<FileResult> results) {
    files.addAll(results);
    tellOthers(results);
  }

  private void tellOthers(List<FileResult> results) {
    results.stream()
        .limit(FILES_TOLD)
        .forEach(
            result ->
                say(
                    "    "
                        + result.file().name()
                        + ": "
                        + result.status().name().toLowerCase(Locale.ROOT)
                        + ". "
                        + result.message()));
    if (results.size() > FILES_TOLD) {
      say("    and " + (results.size() - FILES_TOLD) + " more; the report names them all.");
    }
  }

  /** The night as a document. */
  public synchronized NightReport report(String night, @Nullable String snapshot) {
    return report(night, snapshot, 0, null);
  }

  /** The night as a document, when it failed. */
  public synchronized NightReport failed(String night, String why) {
    return report(night, null, 1, why);
  }

  private NightReport report(
      String night, @Nullable String snapshot, int exitStatus, @Nullable String failure) {
    return new NightReport(
        night,
        snapshot,
        exitStatus,
        failure,
        files.stream().map(NightReport.FileLine::of).toList(),
        all(),
        List.copyOf(parts),
        seconds(),
        List.copyOf(warnings));
  }

  /** The steps, and what the night took beside them. */
  private List<Step> all() {
    List<Step> all = new ArrayList<>(steps);
    double rest = seconds() - steps.stream().mapToDouble(Step::seconds).sum();
    if (rest >= SHOWN_SECONDS) {
      all.add(new Step("everything else", rest));
    }
    return all;
  }

  /** The night ends without summary. */
  public synchronized void fail() {
    bar.clear();
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** The summary: a line a source, files by what became of them, time per step. */
  public synchronized void summary() {
    bar.clear();
    new Summary(out, List.copyOf(files), secondsBySource)
        .print(all(), List.copyOf(parts), seconds());
  }
}

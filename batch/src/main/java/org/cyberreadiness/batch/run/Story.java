package org.cyberreadiness.batch.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cyberreadiness.batch.landing.Intake.FileResult;
import org.cyberreadiness.batch.landing.Intake.Status;

/** What a night tells its operator, line by line, and the summary at its end. */
public final class Story {
  private final PrintStream out;
  private final long start = System.nanoTime();
  private final List<Step> steps = new ArrayList<>();
  private final List<FileResult> files = new ArrayList<>();

  /** One step of the night and the seconds it took. */
  public record Step(String name, double seconds) {}

  public Story(PrintStream out) {
    this.out = out;
  }

  /** Says a sentence. */
  public void say(String sentence) {
    out.println(sentence);
  }

  /** A step has ended. */
  public void step(String name, double seconds) {
    steps.add(new Step(name, seconds));
  }

  /** A fact was computed, or taken as it was the night before. */
  public void fact(String name, double seconds, boolean isUnchanged) {
    step(isUnchanged ? name + " (unchanged)" : name, seconds);
  }

  /** Runs a step and keeps its time. */
  public <T> T timed(String name, Work<T> work) throws Exception {
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
  public void files(String source, List<FileResult> results, double seconds) {
    files.addAll(results);
    step(source, seconds);
    long accepted = results.stream().mapToLong(FileResult::accepted).sum();
    long rejected = results.stream().mapToLong(FileResult::rejected).sum();
    out.println(
        String.format(
            Locale.UK,
            "  %-20s %4d %s %,12d rows taken in %,8d set aside %6.1f s",
            source,
            results.size(),
            results.size() == 1 ? "file " : "files",
            accepted,
            rejected,
            seconds));
    results.stream()
        .filter(result -> result.status() != Status.ACCEPTED)
        .forEach(
            result ->
                out.println(
                    "    "
                        + result.file().name()
                        + ": "
                        + result.status().name().toLowerCase(Locale.ROOT)
                        + ". "
                        + result.message()));
  }

  /** The summary: files, rows, time per step. */
  public void summary() {
    long read = files.stream().mapToLong(f -> f.accepted() + f.rejected()).sum();
    out.println();
    out.println("Files   " + countsByStatus());
    out.println(
        String.format(
            Locale.UK,
            "Rows    %,d read = %,d taken in + %,d set aside; %,d put in order",
            read,
            files.stream().mapToLong(FileResult::accepted).sum(),
            files.stream().mapToLong(FileResult::rejected).sum(),
            files.stream().mapToLong(FileResult::normalised).sum()));
    StringBuilder times = new StringBuilder();
    for (Step step : steps) {
      if (step.seconds() >= 0.05) {
        times.append(times.isEmpty() ? "" : ", ");
        times.append(String.format(Locale.UK, "%s %.1f", step.name(), step.seconds()));
      }
    }
    out.println("Seconds " + times);
    out.println(String.format(Locale.UK, "        %.1f in all", (System.nanoTime() - start) / 1e9));
  }

  private String countsByStatus() {
    StringBuilder text = new StringBuilder();
    for (Status status : Status.values()) {
      long count = files.stream().filter(f -> f.status() == status).count();
      String word =
          switch (status) {
            case ACCEPTED -> "taken in";
            case REFUSED -> "refused";
            case DUPLICATE -> "seen before";
            case WAITING -> "waiting";
          };
      text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(word);
    }
    return text.toString();
  }
}

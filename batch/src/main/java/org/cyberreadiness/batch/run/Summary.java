package org.cyberreadiness.batch.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cyberreadiness.batch.landing.FileResult;
import org.cyberreadiness.batch.landing.FileResult.Status;

/**
 * What a night tells at its end: a line a source, files by what became of them, time per step.
 *
 * @param out where it is told
 * @param files what became of each file
 * @param secondsBySource seconds that taking in a source took
 */
record Summary(PrintStream out, List<FileResult> files, Map<String, Double> secondsBySource) {

  /**
   * Prints it.
   *
   * @param steps the night's steps, one after the other
   * @param parts sources and facts, some at the same time
   * @param seconds the night's seconds in all
   */
  void print(List<Story.Step> steps, List<Story.Step> parts, double seconds) {
    out.println();
    if (!files.isEmpty()) {
      sources();
      out.println();
    }
    out.println("Files   " + countsByStatus());
    out.println("Seconds " + times(steps));
    String facts =
        times(parts.stream().filter(part -> !secondsBySource.containsKey(part.name())).toList());
    if (!facts.isEmpty()) {
      out.println("Facts   " + facts + " (some at the same time)");
    }
    out.println(String.format(Locale.UK, "        %.1f in all", seconds));
  }

  private void sources() {
    out.println(
        String.format(
            "%-20s %6s %13s %13s %10s %12s %8s",
            "Source", "Files", "Rows read", "Taken in", "Set aside", "Put in order", "Seconds"));
    Map<String, List<FileResult>> bySource = new TreeMap<>();
    files.forEach(f -> bySource.computeIfAbsent(f.file().source(), s -> new ArrayList<>()).add(f));
    bySource.forEach(
        (source, results) -> line(source, results, secondsBySource.getOrDefault(source, 0.0)));
    if (bySource.size() > 1) {
      line(
          "in all",
          files,
          secondsBySource.values().stream().mapToDouble(Double::doubleValue).sum());
    }
  }

  private static String times(List<Story.Step> of) {
    StringBuilder times = new StringBuilder();
    for (Story.Step step : of) {
      if (step.seconds() >= Story.SHOWN_SECONDS) {
        times.append(times.isEmpty() ? "" : ", ");
        times.append(String.format(Locale.UK, "%s %.1f", step.name(), step.seconds()));
      }
    }
    return times.toString();
  }

  private void line(String name, List<FileResult> results, double seconds) {
    long accepted = results.stream().mapToLong(FileResult::accepted).sum();
    long rejected = results.stream().mapToLong(FileResult::rejected).sum();
    out.println(
        String.format(
            Locale.UK,
            "%-20s %,6d %,13d %,13d %,10d %,12d %8.1f",
            name,
            results.size(),
            accepted + rejected,
            accepted,
            rejected,
            results.stream().mapToLong(FileResult::normalised).sum(),
            seconds));
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

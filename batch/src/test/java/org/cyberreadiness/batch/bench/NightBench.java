package org.cyberreadiness.batch.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cyberreadiness.batch.snapshot.SnapshotFolder;
import org.cyberreadiness.samples.Generate;
import picocli.CommandLine;

/**
 * The nation's nights: the first, with all that was ever delivered; an ordinary next one, with two
 * million devices; one that brings nothing new; and the same on a new date. Arguments: [scale]
 * [heap] [folder]; a folder given is kept, with its landing files.
 */
final class NightBench implements Bench.Benchmark {
  private static final double WORTH_TELLING = 0.5;

  @Override
  public void run(String... arguments) throws Exception {
    String scale = arguments.length > 0 ? arguments[0] : "national";
    String heap = arguments.length > 1 ? arguments[1] : "4g";
    boolean isKept = arguments.length > 2;
    Path data = isKept ? Path.of(arguments[2]) : Files.createTempDirectory("night-bench");
    Path later = data.resolve("later");
    Path landing = data.resolve("landing");
    if (!Files.exists(landing)) {
      generate(landing, scale);
      Files.createDirectories(later);
      Files.move(
          landing.resolve("agents-mde/" + Generate.NIGHT.plusDays(1)), later.resolve("agents-mde"));
    }
    SnapshotFolder.delete(data.resolve("lake"));
    SnapshotFolder.delete(data.resolve("snapshots"));
    Map<String, MeasuredNight> nights = new LinkedHashMap<>();
    nights.put("first", MeasuredNight.run(data, Generate.NIGHT, heap));
    LocalDate next = Generate.NIGHT.plusDays(1);
    Path delivered = landing.resolve("agents-mde/" + next);
    Files.move(later.resolve("agents-mde"), delivered);
    nights.put("next", MeasuredNight.run(data, next, heap));
    Files.move(delivered, later.resolve("agents-mde"));
    nights.put("nothing", MeasuredNight.run(data, next, heap));
    nights.put("new date", MeasuredNight.run(data, next.plusDays(1), heap));
    System.out.printf("%s scale, heap %s%n", scale, heap);
    print(System.out, nights);
    if (!isKept) {
      SnapshotFolder.delete(data);
    }
  }

  static void generate(Path landing, String scale) throws IOException {
    int status =
        new CommandLine(new Generate())
            .execute("--out", landing.toString(), "--scale", scale, "--nights", "2");
    if (status != 0) {
      throw new IOException("The landing files could not be generated");
    }
  }

  /** A table: a line a step, a column a night; seconds, and the peak memory. */
  static void print(PrintStream out, Map<String, MeasuredNight> nights) {
    Set<String> steps = new LinkedHashSet<>();
    nights.values().forEach(night -> steps.addAll(night.steps().keySet()));
    line(out, "seconds", nights.keySet().toArray());
    for (String step : steps) {
      Object[] cells =
          nights.values().stream().map(night -> night.steps().getOrDefault(step, 0.0)).toArray();
      if (nights.values().stream()
          .anyMatch(night -> night.steps().getOrDefault(step, 0.0) >= WORTH_TELLING)) {
        line(out, step, cells);
      }
    }
    line(out, "whole process", nights.values().stream().map(MeasuredNight::seconds).toArray());
    line(
        out,
        "peak memory, MB",
        nights.values().stream().map(MeasuredNight::peakMegabytes).toArray());
  }

  private static void line(PrintStream out, String name, Object... cells) {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-32s", name));
    for (Object cell : cells) {
      text.append(
          cell instanceof Double seconds
              ? String.format(Locale.ROOT, "%12.1f", seconds)
              : String.format(Locale.ROOT, "%12s", cell));
    }
    out.println(text);
  }
}

package org.cyberreadiness.batch.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.cyberreadiness.batch.snapshot.SnapshotFolder;
import org.cyberreadiness.samples.Generate;

/**
 * Does a night cost more the more nights are kept? The same ordinary night of the nation, on a lake
 * with 5 inventories and on one with 50. An inventory is a sixteenth of the nation's devices (some
 * of every organisation), so that 50 fit. Arguments: [nights to compare with] [heap] [folder].
 */
final class FlatBench implements Bench.Benchmark {
  private static final int FEW = 5;
  private static final int PARTS = 4;

  @Override
  public void run(String... arguments) throws Exception {
    int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
    String heap = arguments.length > 1 ? arguments[1] : "4g";
    boolean isKept = arguments.length > 2;
    Path data = isKept ? Path.of(arguments[2]) : Files.createTempDirectory("flat-bench");
    Path made = data.resolve("made");
    if (!Files.exists(made)) {
      NightBench.generate(made, "national");
    }
    Map<String, MeasuredNight> nights = new LinkedHashMap<>();
    for (int kept : List.of(FEW, many)) {
      Path state = data.resolve("kept-" + kept);
      SnapshotFolder.delete(state);
      LocalDate last = Generate.NIGHT.plusDays(kept);
      land(made, state.resolve("landing"), kept);
      nights.put(kept + " at once", MeasuredNight.run(state, last, heap));
      inventory(made, state.resolve("landing"), last.plusDays(1));
      nights.put("one on " + kept, MeasuredNight.run(state, last.plusDays(1), heap));
      SnapshotFolder.delete(state);
    }
    System.out.printf("Nights kept: %d and %d%n", FEW, many);
    NightBench.print(System.out, nights);
    if (!isKept) {
      SnapshotFolder.delete(data);
    }
  }

  private static void land(Path made, Path landing, int kept) throws IOException {
    for (String source : List.of("ods", "agent-tenants", "support-catalogue", "dspt")) {
      try (Stream<Path> files = Files.walk(made.resolve(source))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path target = landing.resolve(made.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
    for (int night = 1; night <= kept; night++) {
      inventory(made, landing, Generate.NIGHT.plusDays(night));
    }
  }

  /** The devices of one night, as if they were seen the day before it. */
  private static void inventory(Path made, Path landing, LocalDate night) throws IOException {
    Path from = made.resolve("agents-mde/" + Generate.NIGHT.plusDays(1));
    Path to = Files.createDirectories(landing.resolve("agents-mde/" + night));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.sorted().limit(PARTS).toList()) {
        try (BufferedReader in =
                new BufferedReader(
                    new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
            Writer out =
                new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(to.resolve(file.getFileName()))),
                    StandardCharsets.UTF_8)) {
          for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.write(
                line.replaceAll(
                    "\"lastSeen\":\"\\d{4}-\\d{2}-\\d{2}", "\"lastSeen\":\"" + night.minusDays(1)));
            out.write('\n');
          }
        }
      }
    }
  }
}

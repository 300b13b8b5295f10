package org.cyberreadiness.batch.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A night in a process of its own, as an operator runs it.
 *
 * @param seconds from start of the process to its end
 * @param peakMegabytes most memory it held (resident); 0 where the system does not tell
 * @param steps seconds by step
 */
record MeasuredNight(double seconds, long peakMegabytes, Map<String, Double> steps) {
  private static final long LOOK_EVERY_MILLISECONDS = 200;

  /**
   * Runs a night.
   *
   * @param data folder of all state
   * @param heap most heap, such as 4g
   * @throws IOException with what it said, when it failed
   */
  static MeasuredNight run(Path data, LocalDate night, String heap)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-") && !argument.startsWith("-Xmx"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx" + heap,
            "-cp",
            System.getProperty("java.class.path"),
            "org.cyberreadiness.batch.Main",
            "nightly",
            "--json",
            "--data",
            data.toString(),
            "--night",
            night.toString()));
    Path out = Files.createTempFile("night", ".json");
    Path err = Files.createTempFile("night", ".txt");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    long peak = 0;
    while (!process.waitFor(LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakMegabytes(process.pid()));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException("The night of " + night + " failed: " + Files.readString(err));
    }
    Map<String, Double> steps = new LinkedHashMap<>();
    JsonNode report = new ObjectMapper().readTree(out.toFile());
    // the steps follow each other; of sources and facts, their parts, some go side by side
    for (String list : List.of("steps", "parts")) {
      for (JsonNode step : report.get(list)) {
        steps.merge(
            step.get("name").asText().replace(" (unchanged)", ""),
            step.get("seconds").asDouble(),
            Double::sum);
      }
    }
    Files.delete(out);
    Files.delete(err);
    return new MeasuredNight(seconds, peak, steps);
  }

  private static long peakMegabytes(long process) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
        }
      }
    } catch (IOException e) {
      // it has ended, or this system has no /proc
    }
    return 0;
  }
}

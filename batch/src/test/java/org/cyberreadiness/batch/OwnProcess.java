package org.cyberreadiness.batch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The batch in a process of its own, as an operator starts it; it can be killed. */
final class OwnProcess {
  private final Process process;
  private final Path out;
  private final Path err;

  private OwnProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts a command of the batch. */
  static OwnProcess start(Path folder, String... arguments) throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g"));
    // for a handful of rows: to compile a query costs more than to interpret it
    Landed.FOR_FEW_ROWS.forEach((name, value) -> command.add("-D" + name + "=" + value));
    // what a killed process leaves behind goes with the folder
    command.addAll(List.of("-Djava.io.tmpdir=" + folder, "-Djdk.console=java.base"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.cyberreadiness.batch.Main");
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new OwnProcess(process, out, err);
  }

  /** Waits for its end; returns its exit status. */
  int exitStatus() throws InterruptedException {
    return process.waitFor();
  }

  /** Kills it when it still runs after that time; true when it did. */
  boolean killedAfter(long milliseconds) throws InterruptedException {
    if (process.waitFor(milliseconds, java.util.concurrent.TimeUnit.MILLISECONDS)) {
      return false;
    }
    process.destroyForcibly();
    process.waitFor();
    return true;
  }

  /** What it wrote on standard output. */
  String out() throws IOException {
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  /** What it wrote on standard error, without the Java machine's own warnings. */
  String err() throws IOException {
    return String.join(
        "\n",
        Files.readString(err, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("WARNING: "))
            .toList());
  }
}

package org.cyberreadiness.samples;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Scale;
import org.cyberreadiness.samples.writing.Delivery;
import org.cyberreadiness.samples.writing.LandingFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code readiness generate}: writes the landing files of a made-up nation. The files tell what was
 * known up to {@link #NIGHT}; run that night to see them all.
 */
@Command(
    name = "readiness generate",
    description = "Writes landing files of a made-up nation. Same scale and seed, same bytes.",
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "1:failed", "2:wrong use"})
public final class Generate implements Callable<Integer> {
  /** The night that the base files lead up to. */
  public static final LocalDate NIGHT = Nation.LAST_NIGHT;

  private static final int PROGRESS_STEPS = 10;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "landing folder to write to; empty, or made by an earlier run")
  private Path out = Path.of("");

  @Option(
      names = "--scale",
      defaultValue = "sample",
      paramLabel = "sample|national",
      description = "how big the nation is (default: ${DEFAULT-VALUE})")
  private String scale = "sample";

  @Option(
      names = "--nights",
      defaultValue = "1",
      paramLabel = "N",
      description = "nights in all: the base, then one delivery a day (default: ${DEFAULT-VALUE})")
  private int nights = 1;

  @Option(
      names = "--seed",
      defaultValue = "2017",
      paramLabel = "N",
      description = "another seed, another nation (default: ${DEFAULT-VALUE})")
  private long seed = 2017;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "says this and does nothing")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean isHelpAsked;

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Generate())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println("Could not generate: " + failure.getMessage());
              return command.getCommandSpec().exitCodeOnExecutionException();
            });
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Scale size =
        Scale.named(scale).orElseThrow(() -> wrongUse("--scale is sample or national: " + scale));
    if (nights < 1) {
      throw wrongUse("--nights is 1 or more: " + nights);
    }
    Nation nation = Nation.of(seed, size);
    List<LocalDate> laterNights =
        Stream.iterate(NIGHT.plusDays(1), day -> day.plusDays(1)).limit(nights - 1L).toList();
    List<Delivery> deliveries = Sources.deliveries(nation, laterNights);
    PrintWriter words = spec.commandLine().getOut();
    words.printf(
        "Writing %d made-up files (%s, seed %d) to %s%n", deliveries.size(), scale, seed, out);
    words.flush();
    Progress progress = new Progress(words, deliveries.size(), PROGRESS_STEPS);
    new LandingFolder(out).write(deliveries, path -> progress.oneMore());
    words.printf("Done. Run the night of %s.%n", NIGHT.plusDays(nights - 1L));
    words.flush();
    return 0;
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}

package org.cyberreadiness.batch;

import java.util.concurrent.Callable;
import org.cyberreadiness.batch.run.Failure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The batch's commands. Exit codes: 0 done, 1 failed, 2 wrong use. */
@Command(
    name = "readiness",
    description = "Takes in landing files and publishes the national snapshot.",
    mixinStandardHelpOptions = true,
    subcommands = {NightlyCommand.class, SqlCommand.class})
public final class Main implements Callable<Integer> {
  @Override
  public Integer call() {
    new CommandLine(this).usage(System.err);
    return 2;
  }

  /** Runs a command and ends the process with its code. */
  public static void main(String[] arguments) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> System.err.println(Failure.sentence(failure)));
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println(Failure.sentence(failure));
              return 1;
            })
        .execute(arguments);
  }

  static String defaultData() {
    String data = System.getenv("READINESS_DATA");
    return data == null || data.isBlank() ? "./data" : data;
  }
}

package org.cyberreadiness.batch.run;

import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.security.AccessControlException;

/** What went wrong, as a sentence for the operator: never a stack trace unless it is asked for. */
public final class Failure {
  /** Environment variable that asks for the stack trace. */
  public static final String TRACE = "READINESS_TRACE";

  private static final String STAYS = " Nothing was published and the last snapshot stays current.";
  private static final int LONGEST = 500;
  private static final String OWN = "org.cyberreadiness.batch.";

  private Failure() {}

  /** The sentence; prints the stack trace where {@link #TRACE} asks for it. */
  public static String sentence(Throwable failure) {
    if (System.getenv(TRACE) != null) {
      failure.printStackTrace();
    }
    List<Throwable> causes = causes(failure);
    for (Throwable cause : causes) {
      if (cause instanceof NightFailed) {
        return text(cause);
      }
      if (text(cause).contains("No space left on device")) {
        return "A disk is full: there is no space for the lake, the snapshots or Spark's scratch"
            + " files."
            + STAYS
            + " Make room and run the night again.";
      }
      if (cause instanceof OutOfMemoryError) {
        return "The batch has too little memory."
            + STAYS
            + " Give it more, such as READINESS_JAVA_OPTS=-Xmx4g, and run the night again.";
      }
      if (cause instanceof AccessDeniedException || cause instanceof AccessControlException) {
        return "Access is denied: "
            + text(cause)
            + "."
            + STAYS
            + " Let the user that runs the batch read and write there, and run the night again.";
      }
    }
    Throwable telling = mostTelling(causes);
    return "Failed: "
        + text(telling)
        + where(causes)
        + "."
        + STAYS
        + " (Set "
        + TRACE
        + "=1 to see more.)";
  }

  /** The place in the batch's own code, for whoever mends it. */
  private static String where(List<Throwable> causes) {
    for (Throwable cause : causes.reversed()) {
      for (StackTraceElement element : cause.getStackTrace()) {
        if (element.getClassName().startsWith(OWN)) {
          return " (in "
              + element.getClassName().substring(OWN.length())
              + ", line "
              + element.getLineNumber()
              + ")";
        }
      }
    }
    return "";
  }

  /** What Spark throws says where in Spark; what it was thrown for says what is wrong. */
  private static Throwable mostTelling(List<Throwable> causes) {
    return causes.stream()
        .filter(cause -> !cause.getClass().getName().startsWith("org.apache.spark."))
        .findFirst()
        .orElse(causes.get(0));
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    Throwable cause = failure;
    while (cause != null && !causes.contains(cause)) {
      causes.add(cause);
      cause = cause.getCause();
    }
    return causes;
  }

  private static String text(Throwable failure) {
    String message = failure.getMessage() == null ? "" : failure.getMessage().strip();
    if (failure instanceof NightFailed) {
      return message;
    }
    String first = message.lines().findFirst().orElse(failure.getClass().getSimpleName());
    return first.length() <= LONGEST ? first : first.substring(0, LONGEST) + "…";
  }
}

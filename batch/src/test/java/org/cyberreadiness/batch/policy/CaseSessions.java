package org.cyberreadiness.batch.policy;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;
import org.cyberreadiness.batch.run.Session;

/**
 * Sessions for many small questions: a thread each with views of its own, on one engine that plans
 * for a handful of rows and compiles nothing.
 */
final class CaseSessions implements AutoCloseable {
  private final SparkSession engine = Session.open();
  private final ThreadLocal<SparkSession> own = ThreadLocal.withInitial(this::fresh);
  private final ExecutorService threads =
      Executors.newFixedThreadPool(Math.min(4, Runtime.getRuntime().availableProcessors()));

  /** What is asked of a session. */
  @FunctionalInterface
  interface Question {
    void ask(SparkSession spark) throws Exception;
  }

  Future<?> run(Question question) {
    return threads.submit(
        () -> {
          question.ask(own.get());
          return true;
        });
  }

  /** Waits for an answer; what went wrong is thrown as it was. */
  static void answerOf(Future<?> asked) throws Throwable {
    try {
      asked.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw cause == null ? e : cause;
    }
  }

  private SparkSession fresh() {
    SparkSession spark = engine.newSession();
    spark.conf().set("spark.sql.shuffle.partitions", "1");
    spark.conf().set("spark.sql.adaptive.enabled", "false");
    spark.conf().set("spark.sql.codegen.wholeStage", "false");
    spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    return spark;
  }

  /** Takes no more questions; those asked are answered. */
  @Override
  public void close() {
    threads.shutdown();
  }
}

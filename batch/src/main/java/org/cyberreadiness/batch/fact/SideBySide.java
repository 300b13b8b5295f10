package org.cyberreadiness.batch.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Work on facts that do not read each other is done at the same time. */
final class SideBySide {
  /** Each fact leaves the processors idle for a part of its time: planning, opening, writing. */
  private static final int THREADS = 3;

  private SideBySide() {}

  /** Work on one fact. */
  @FunctionalInterface
  interface Work {
    void on(Fact fact) throws Exception;
  }

  /**
   * Works on each fact when the work on those it reads is done.
   *
   * @param ordered facts, each after those it reads
   */
  static void run(List<Fact> ordered, Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Map<String, CompletableFuture<Void>> done = new LinkedHashMap<>();
      for (Fact fact : ordered) {
        List<CompletableFuture<Void>> before = new ArrayList<>();
        for (String read : fact.file().reads()) {
          CompletableFuture<Void> other = done.get(read);
          if (other != null) {
            before.add(other);
          }
        }
        done.put(
            fact.name(),
            CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
                .thenRunAsync(() -> on(fact, work), threads));
      }
      CompletableFuture.allOf(done.values().toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw cause(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void on(Fact fact, Work work) {
    try {
      work.on(fact);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  /** What went wrong first, wherever it was caught. */
  private static Exception cause(CompletionException thrown) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof Exception exception ? exception : thrown;
  }
}

package org.cyberreadiness.batch.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Work that does not wait for each other is done at the same time. */
public final class SideBySide {
  private SideBySide() {}

  /** Work on one thing. */
  @FunctionalInterface
  public interface Work<T> {
    void on(T thing) throws Exception;
  }

  /** Works on things that do not need each other; what goes wrong first is thrown at the end. */
  public static <T> void run(int threads, Collection<T> things, Work<T> work) throws Exception {
    run(threads, List.copyOf(things), thing -> String.valueOf(thing), thing -> List.of(), work);
  }

  /**
   * Works on each thing when the work on those it needs is done.
   *
   * @param threads things worked on at the same time
   * @param ordered things, each after those it needs
   * @param name name of a thing
   * @param needs names of the things it needs; others are taken to be there
   */
  public static <T> void run(
      int threads,
      List<T> ordered,
      Function<T, String> name,
      Function<T, List<String>> needs,
      Work<T> work)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Map<String, CompletableFuture<Void>> begun = new HashMap<>();
      for (T thing : ordered) {
        List<CompletableFuture<Void>> before = new ArrayList<>();
        for (String needed : needs.apply(thing)) {
          CompletableFuture<Void> other = begun.get(needed);
          if (other != null) {
            before.add(other);
          }
        }
        begun.put(name.apply(thing), all(before).thenRunAsync(() -> on(thing, work), pool));
      }
      all(begun.values()).join();
    } catch (CompletionException e) {
      throw cause(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static CompletableFuture<Void> all(Collection<CompletableFuture<Void>> futures) {
    return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
  }

  private static <T> void on(T thing, Work<T> work) {
    try {
      work.on(thing);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  /** What went wrong, however many futures have passed it on. */
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

package org.cyberreadiness.dashboard.snapshot;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Answers of one snapshot, which never change: what many ask at once is asked once. */
final class Results {

  /** Longer lists are not kept: they are asked for seldom and cost memory. */
  static final int LONGEST = 5_000;

  private record Question(String query, Map<String, @Nullable Object> parameters, Class<?> row) {}

  private final Map<Question, CompletableFuture<List<?>>> answers;

  Results(int kept) {
    answers =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(
              Map.Entry<Question, CompletableFuture<List<?>>> eldest) {
            return size() > kept;
          }
        };
  }

  @SuppressWarnings("unchecked") // an answer is kept under the class of its rows
  <T> List<T> answer(
      String query, Map<String, @Nullable Object> parameters, Class<T> row, Callable<List<T>> ask) {
    Question question = new Question(query, new HashMap<>(parameters), row);
    CompletableFuture<List<?>> mine = new CompletableFuture<>();
    CompletableFuture<List<?>> kept;
    synchronized (answers) {
      kept = answers.putIfAbsent(question, mine);
    }
    if (kept != null) {
      try {
        return (List<T>) kept.join();
      } catch (CompletionException e) {
        throw new QueryException("Cannot answer %s".formatted(query), e);
      }
    }
    try {
      List<T> rows = ask.call();
      mine.complete(rows);
      if (rows.size() > LONGEST) {
        forget(question);
      }
      return rows;
    } catch (Exception e) {
      forget(question);
      mine.completeExceptionally(e);
      throw e instanceof RuntimeException known ? known : new QueryException(query, e);
    }
  }

  private void forget(Question question) {
    synchronized (answers) {
      answers.remove(question);
    }
  }
}

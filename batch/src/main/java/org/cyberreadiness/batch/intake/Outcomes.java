package org.cyberreadiness.batch.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.util.AccumulatorV2;
import org.cyberreadiness.batch.landing.FileId;

/**
 * The outcomes of the files that tasks read. A task that runs again says the same of its file
 * again, so nothing is counted twice.
 */
final class Outcomes extends AccumulatorV2<Outcome, Map<FileId, Outcome>> {
  private static final long serialVersionUID = 1L;

  private final ConcurrentHashMap<FileId, Outcome> byFile = new ConcurrentHashMap<>();

  /** How reading a file ended. */
  Outcome of(FileId file) {
    Outcome outcome = byFile.get(file);
    if (outcome == null) {
      throw new IllegalStateException("No task told how reading the file " + file + " ended");
    }
    return outcome;
  }

  @Override
  public boolean isZero() {
    return byFile.isEmpty();
  }

  @Override
  public AccumulatorV2<Outcome, Map<FileId, Outcome>> copy() {
    Outcomes copy = new Outcomes();
    copy.byFile.putAll(byFile);
    return copy;
  }

  @Override
  public void reset() {
    byFile.clear();
  }

  @Override
  public void add(Outcome outcome) {
    byFile.put(outcome.file(), outcome);
  }

  @Override
  public void merge(AccumulatorV2<Outcome, Map<FileId, Outcome>> other) {
    byFile.putAll(other.value());
  }

  @Override
  public Map<FileId, Outcome> value() {
    return byFile;
  }
}

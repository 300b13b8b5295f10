package org.cyberreadiness.dashboard.snapshot;

import java.util.Optional;

/** A room that will not have every snapshot served says so here; a refused one is never shown. */
public interface SnapshotCondition {

  /** Why the snapshot must not be served, as a sentence; empty when it may. */
  Optional<String> refuses(SnapshotFacts snapshot);
}

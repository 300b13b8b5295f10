package org.cyberreadiness.dashboard.access;

import java.util.Optional;
import org.cyberreadiness.dashboard.snapshot.SnapshotCondition;
import org.cyberreadiness.dashboard.snapshot.SnapshotFacts;
import org.cyberreadiness.dashboard.snapshot.Snapshots;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Demo users have a password that everybody knows: they never see a real organisation. */
@Component
@Profile("demo")
class OnlyMadeUpData implements SnapshotCondition, SmartInitializingSingleton {

  private final ObjectProvider<Snapshots> snapshots;

  OnlyMadeUpData(ObjectProvider<Snapshots> snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public Optional<String> refuses(SnapshotFacts snapshot) {
    return snapshot.synthetic() ? Optional.empty() : Optional.of(refusal(snapshot.id()));
  }

  private static String refusal(String id) {
    return "The demo refuses snapshot %s: it is not made up, and everybody knows the demo password. Serve it with ./readiness serve, or run ./readiness demo on a folder of its own."
        .formatted(id);
  }

  /** Before the first request is answered: a demo on real data does not start. */
  @Override
  public void afterSingletonsInstantiated() {
    Snapshots all = snapshots.getObject();
    if (all.current().isEmpty() && all.problem().isPresent()) {
      String problem = all.problem().get();
      if (problem.startsWith("The demo refuses")) {
        throw new DemoOnRealDataException(problem);
      }
    }
  }
}

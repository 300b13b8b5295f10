package org.cyberreadiness.samples.delivery;

import java.util.Comparator;
import java.util.List;
import org.cyberreadiness.samples.writing.Delivery;

/**
 * Files that come again: under another name, in another folder, compressed, or to say of a later
 * day what they said of an earlier one.
 */
public final class Redeliveries {
  private static final String COVER = "/support-cover.csv";

  private final List<Delivery> deliveries;

  public Redeliveries(List<Delivery> deliveries) {
    this.deliveries = List.copyOf(deliveries);
  }

  public List<Delivery> deliveries() {
    return List.of(
        again("monitoring/2024-09-02/monitoring.csv", "monitoring/2024-09-02/monitoring (1).csv"),
        again("training/2024-07-15/training.csv", "training/sent again/2024-07-15/training.csv"),
        again("os-builds/2024-09-06/os-builds.csv", "os-builds/2024-09-06/os-builds.csv.gz"),
        // the same of a later day, and nothing has changed in between
        again(last("agent-tenants/"), "agent-tenants/2024-09-09/agent-tenants.csv"),
        // 31 March says one thing, 31 May another, 28 June the first again
        again("support-cover/2024-03-31" + COVER, "support-cover/2024-06-28" + COVER));
  }

  private Delivery again(String path, String as) {
    return new Delivery(as, named(path).content());
  }

  private Delivery named(String path) {
    return deliveries.stream().filter(one -> one.path().equals(path)).findFirst().orElseThrow();
  }

  private String last(String folder) {
    return deliveries.stream()
        .map(Delivery::path)
        .filter(path -> path.startsWith(folder))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}

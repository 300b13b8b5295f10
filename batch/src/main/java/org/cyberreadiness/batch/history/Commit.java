package org.cyberreadiness.batch.history;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the last whole night left in the lake.
 *
 * @param night newest night taken in, as YYYY-MM-DD; empty before the first
 * @param policy version of the policy that night was evaluated with; empty before the first
 * @param snapshot id of the snapshot that night published; empty before the first
 * @param versions Delta version of each table
 * @param tables what else is known of each table; what an older release left out is found again
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Commit(
    String night,
    String policy,
    String snapshot,
    Map<String, Long> versions,
    Map<String, Kept> tables) {
  /**
   * What is kept of a table, so that it need not be looked for again.
   *
   * @param state tells this content of the table from every other
   * @param oldest first day that its rows speak of, as YYYY-MM-DD; empty when of none
   * @param newest last day that its rows speak of; empty when of none
   * @param tidied version at which it was last compacted
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Kept(String state, String oldest, String newest, long tidied) {}

  public Commit {
    versions = Map.copyOf(versions);
    tables = Map.copyOf(tables);
  }

  @JsonCreator
  static Commit read(
      @JsonProperty("night") String night,
      @JsonProperty("policy") String policy,
      @JsonProperty("snapshot") String snapshot,
      @JsonProperty("versions") Map<String, Long> versions,
      @JsonProperty("tables") @Nullable Map<String, Kept> tables) {
    // an older release kept nothing of the tables
    return new Commit(night, policy, snapshot, versions, tables == null ? Map.of() : tables);
  }

  static Commit none() {
    return new Commit("", "", "", Map.of(), Map.of());
  }

  /** True when a night is before the newest that was taken in. */
  public boolean isAfter(LocalDate other) {
    return night.compareTo(other.toString()) > 0;
  }

  /**
   * The commit after a night. A night before the newest, replayed, adds to the tables and says
   * nothing of the newest.
   */
  Commit after(LocalDate done, String rules, String published) {
    return isAfter(done) ? this : new Commit(done.toString(), rules, published, versions, tables);
  }

  Commit with(Map<String, Long> now, Map<String, Kept> kept) {
    return new Commit(night, policy, snapshot, now, kept);
  }
}

package org.cyberreadiness.batch.fact;

import java.util.Map;

/**
 * A fact to be computed.
 *
 * @param name name its result is kept and read by
 * @param file what yields it
 * @param parameters named markers beside those of all facts
 */
public record Fact(String name, SqlFile file, Map<String, Object> parameters) {
  public Fact {
    parameters = Map.copyOf(parameters);
  }

  /** A fact that is called as its file is. */
  public static Fact of(SqlFile file) {
    return new Fact(file.name(), file, Map.of());
  }
}

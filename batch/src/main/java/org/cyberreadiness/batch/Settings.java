package org.cyberreadiness.batch;

import java.util.Map;

/**
 * Where a night finds and leaves things. Each place has a working default below the data folder and
 * can be moved on its own.
 *
 * @param landing landing area: READINESS_LANDING, else DATA/landing
 * @param lake the lake: READINESS_LAKE, else DATA/lake
 * @param snapshots published snapshots: READINESS_SNAPSHOTS, else DATA/snapshots
 * @param policy folder of a practices.yaml that takes the place of the built-in one, and of .sql
 *     files beside the built-in ones: READINESS_POLICY, else empty for none
 */
public record Settings(String landing, String lake, String snapshots, String policy) {
  /** Settings for a data folder, with what the environment moves. */
  public static Settings of(String data, Map<String, String> environment) {
    return new Settings(
        environment.getOrDefault("READINESS_LANDING", data + "/landing"),
        environment.getOrDefault("READINESS_LAKE", data + "/lake"),
        environment.getOrDefault("READINESS_SNAPSHOTS", data + "/snapshots"),
        environment.getOrDefault("READINESS_POLICY", ""));
  }
}

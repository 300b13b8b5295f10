package org.cyberreadiness.dashboard.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may sign in where no identity provider is configured.
 *
 * @param user name of the one user
 * @param password their password; without it one is made at the start and printed once
 * @param attempts wrong sign-ins before a pause
 * @param pause how long the pause lasts
 */
@ConfigurationProperties("readiness")
record AccessSettings(
    @DefaultValue("readiness") String user,
    @Nullable String password,
    @DefaultValue("5") int attempts,
    @DefaultValue("10m") Duration pause) {

  AccessSettings {
    if (user.isBlank()) {
      throw new IllegalArgumentException("Cannot use an empty readiness.user: give a name");
    }
    if (password != null && !password.isEmpty() && password.length() < 8) {
      throw new IllegalArgumentException(
          "Cannot use readiness.password: it has %d characters, give 8 or more"
              .formatted(password.length()));
    }
    if (attempts < 1 || pause.isNegative()) {
      throw new IllegalArgumentException(
          "Cannot use readiness.attempts=%d and readiness.pause=%s: give 1 or more and a time"
              .formatted(attempts, pause));
    }
  }
}

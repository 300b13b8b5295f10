package org.cyberreadiness.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {

  private Instant now = Instant.parse("2022-09-10T08:00:00Z");
  private final SignInAttempts attempts =
      new SignInAttempts(
          new AccessSettings("readiness", null, 3, Duration.ofMinutes(10)),
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }
          });

  @Test
  void aPauseEndsByItself() {
    for (int i = 0; i < 3; i++) {
      assertThat(attempts.paused("lead", "a")).isFalse();
      attempts.failed("lead", "a");
    }
    assertThat(attempts.paused("lead", "a")).isTrue();
    now = now.plus(Duration.ofMinutes(11));
    assertThat(attempts.paused("lead", "a")).isFalse();
  }

  @Test
  void nobodyCanLockSomebodyElseOut() {
    for (int i = 0; i < 5; i++) {
      attempts.failed("lead", "a");
    }
    assertThat(attempts.paused("lead", "b")).isFalse();
  }

  @Test
  void aRightPasswordForgetsTheWrongOnes() {
    attempts.failed("lead", "a");
    attempts.failed("lead", "a");
    attempts.succeeded("lead", "a");
    attempts.failed("lead", "a");
    assertThat(attempts.paused("lead", "a")).isFalse();
  }
}

package org.cyberreadiness.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {

  @Test
  void readsAsAPersonWouldWriteIt() {
    assertThat(
            Address.of("organisations")
                .with("practice", "toolkit")
                .with("outcome", "not_met")
                .with("type", null)
                .with("cycle", "21/22")
                .href())
        .isEqualTo("organisations?practice=toolkit&outcome=not_met&cycle=21/22");
  }

  @Test
  void aFilterTakesThePlaceOfItsFormerValue() {
    assertThat(Address.of("repeat").with("type", "icb").with("type", "trust").href())
        .isEqualTo("repeat?type=trust");
    assertThat(Address.of("repeat").with("type", "icb").without("type").href()).isEqualTo("repeat");
  }

  @Test
  void theFirstPageIsADot() {
    assertThat(Address.of("").href()).isEqualTo(".");
    assertThat(Address.of("").with("q", "a b&c").href()).isEqualTo(".?q=a+b%26c");
  }
}

package org.cyberreadiness.samples.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
  @Test
  void sameSeedPurposeAndKeyDrawTheSame() {
    assertThat(Chance.of(7, "size", "ZZT001").bits())
        .isEqualTo(Chance.of(7, "size", "ZZT001").bits())
        .isNotEqualTo(Chance.of(8, "size", "ZZT001").bits())
        .isNotEqualTo(Chance.of(7, "age", "ZZT001").bits())
        .isNotEqualTo(Chance.of(7, "size", "ZZT002").bits());
    assertThat(Chance.of(7, "device", "ZZT001", 1).bits())
        .isNotEqualTo(Chance.of(7, "device", "ZZT001", 2).bits());
  }

  @Test
  void firstDrawsOfNeighboursAreIndependent() {
    double mean =
        IntStream.range(0, 20_000)
            .mapToDouble(number -> Chance.of(1, "device", "ZZT001", number).share())
            .average()
            .orElseThrow();
    double square =
        IntStream.range(0, 20_000)
            .mapToDouble(number -> Chance.of(1, "quality", "ZZT" + number).normal())
            .map(value -> value * value)
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(0.5, within(0.01));
    assertThat(square).isCloseTo(1, within(0.05));
  }

  @Test
  void quantileAndShareAreEachOthersInverse() {
    assertThat(Normal.quantile(0.975)).isCloseTo(1.959964, within(1e-5));
    assertThat(List.of(0.001, 0.01, 0.2, 0.5, 0.7, 0.99, 0.9999))
        .allSatisfy(
            share ->
                assertThat(Normal.shareBelow(Normal.quantile(share)))
                    .isCloseTo(share, within(1e-6)));
  }

  @Test
  void sharesFallOnTheirThings() {
    Shares<String> shares = Shares.upTo(0.2, "few").then(0.7, "many").rest("all");

    assertThat(List.of(shares.at(0), shares.at(0.2), shares.at(0.69), shares.at(0.999)))
        .containsExactly("few", "many", "many", "all");
    assertThatThrownBy(() -> Shares.upTo(0.5, "a").then(0.4, "b"))
        .hasMessageContaining("Each share reaches further than the last");
  }
}

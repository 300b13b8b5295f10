package org.cyberreadiness.samples.toolkit;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An edition of the Data Security and Protection Toolkit.
 *
 * <p>The deadlines are the real ones. An edition is settled when the first weeks of corrections
 * after its deadline are over; figures are usually taken then.
 */
public enum Edition {
  E1819("18/19", "2018-06-01", "2019-03-31", "2019-09-05"),
  E1920("19/20", "2019-07-01", "2020-09-30", "2020-12-15"),
  E2021("20/21", "2020-11-01", "2021-06-30", "2021-09-05"),
  E2122("21/22", "2021-08-10", "2022-06-30", "2022-09-05"),
  E2223("22/23", "2022-08-10", "2023-06-30", "2023-09-01"),
  E2324("23/24", "2023-08-10", "2024-06-30", "2024-09-05"),
  E2425("24/25", "2024-08-10", "2025-06-30", "2025-09-05");

  private final String label;
  private final LocalDate opensOn;
  private final LocalDate deadline;
  private final LocalDate settledOn;

  Edition(String label, String opensOn, String deadline, String settledOn) {
    this.label = label;
    this.opensOn = LocalDate.parse(opensOn);
    this.deadline = LocalDate.parse(deadline);
    this.settledOn = LocalDate.parse(settledOn);
  }

  public String label() {
    return label;
  }

  public LocalDate opensOn() {
    return opensOn;
  }

  public LocalDate deadline() {
    return deadline;
  }

  /** The day by which large organisations submit an interim return, where there is one. */
  public Optional<LocalDate> baselineOn() {
    return switch (this) {
      case E1819 -> Optional.of(LocalDate.of(2018, 10, 31));
      case E1920 -> Optional.of(LocalDate.of(2019, 10, 31));
      case E2122 -> Optional.of(LocalDate.of(2022, 2, 28));
      case E2223 -> Optional.of(LocalDate.of(2023, 2, 28));
      case E2324 -> Optional.of(LocalDate.of(2024, 2, 29));
      case E2021, E2425 -> Optional.empty();
    };
  }

  public LocalDate settledOn() {
    return settledOn;
  }
}

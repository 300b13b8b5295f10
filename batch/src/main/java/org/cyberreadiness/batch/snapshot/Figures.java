package org.cyberreadiness.batch.snapshot;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * What follows from the facts: the formulas, and as tables what every visitor sees of the night.
 */
final class Figures {
  private final Duck duck;
  private final LocalDate night;

  Figures(Duck duck, LocalDate night) {
    this.duck = duck;
    this.night = night;
  }

  /**
   * Makes the formulas and fills the tables that follow from them.
   *
   * @param signalTypes organisation types that signals are made for
   */
  void write(List<String> signalTypes) throws SQLException {
    for (String statements : Contract.formulas()) {
      duck.run(statements);
    }
    duck.run(
        "insert into organisation by name from organisation_as_at(?) order by ods_code", night);
    duck.run("insert into repeat_failure by name from repeat_failure_as_at(?) order by all", night);
    duck.run("insert into trend by name from trend_as_at(?) order by all", night);
    duck.run(
        "insert into targeting_signal by name from targeting_signal_until(?, ?)"
            + " order by as_of, ods_code, signal",
        night,
        signalTypes);
  }
}

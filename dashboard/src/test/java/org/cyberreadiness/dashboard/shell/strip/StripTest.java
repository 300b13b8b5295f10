package org.cyberreadiness.dashboard.shell.strip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cyberreadiness.dashboard.shell.Outcome;
import org.junit.jupiter.api.Test;

class StripTest {

  private static List<Cycle> editions(Outcome... outcomes) {
    var cycles = new ArrayList<Cycle>();
    for (int i = 0; i < outcomes.length; i++) {
      cycles.add(
          new Cycle((17 + i) + "/" + (18 + i), LocalDate.of(2018 + i, 6, 30), outcomes[i], ""));
    }
    return cycles;
  }

  @Test
  void itsTextFormCountsFailures() {
    var cycles =
        editions(Outcome.NOT_MET, Outcome.NOT_MET, Outcome.MET, Outcome.NOT_MET, Outcome.NOT_MET);
    assertThat(Strip.inWords(cycles))
        .isEqualTo("failed 4 of the last 5 editions, most recently 21/22");
  }

  @Test
  void cyclesNotAssessedAreSaidAndNotCounted() {
    var cycles = editions(Outcome.NOT_MET, Outcome.NOT_ASSESSED, Outcome.MET);
    assertThat(Strip.inWords(cycles))
        .isEqualTo("failed 1 of the last 2 assessed editions, most recently 17/18; 1 not assessed");
  }

  @Test
  void aCleanRecordReadsAsOne() {
    assertThat(Strip.inWords(editions(Outcome.MET, Outcome.MET)))
        .isEqualTo("met in all 2 editions");
    assertThat(Strip.inWords(editions(Outcome.NOT_ASSESSED)))
        .isEqualTo("not assessed in any cycle shown");
    assertThat(Strip.inWords(List.of())).isEqualTo("does not apply");
  }

  @Test
  void aSquareSaysWhatItIs() {
    var square =
        new Cycle(
            "2022-09",
            LocalDate.of(2022, 9, 30),
            Outcome.MET,
            "12 of 340 (3.5 %)",
            new Cycle.Traits(true, true, false));
    assertThat(square.inWords())
        .isEqualTo("September 2022: Met, late (inherited)\n12 of 340 (3.5 %)");
  }

  @Test
  void aCellShowsTheNewestSix() {
    var cycles =
        editions(
            Outcome.MET,
            Outcome.MET,
            Outcome.MET,
            Outcome.MET,
            Outcome.MET,
            Outcome.MET,
            Outcome.NOT_MET);
    assertThat(Strip.inCellData(cycles, List.of()).split("\"o\":", -1)).hasSize(7);
  }
}

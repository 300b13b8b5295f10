package org.cyberreadiness.samples.nation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An organisation of the made-up nation.
 *
 * @param place the town it is in
 * @param icb the ICB it belongs to
 * @param commissioner code of the sub-ICB that commissions it, empty where none does
 * @param parent code of the organisation that runs it, empty where none does
 * @param quality how well it looks after its data and systems: standard normal, and behind
 *     everything that any source says about it
 * @param life the day it opened and, where it has closed, the day it closed
 */
public record Organisation(
    String code,
    Kind kind,
    String name,
    String place,
    Icb icb,
    String commissioner,
    String parent,
    double quality,
    Life life) {

  /** From when and until when an organisation works. */
  public record Life(LocalDate openedOn, @Nullable LocalDate closedOn) {
    public Life {
      if (closedOn != null && closedOn.isBefore(openedOn)) {
        throw new IllegalArgumentException("Closed on " + closedOn + ", before " + openedOn);
      }
    }
  }

  Organisation living(Life otherLife) {
    return new Organisation(code, kind, name, place, icb, commissioner, parent, quality, otherLife);
  }

  Organisation withQuality(double otherQuality) {
    return new Organisation(code, kind, name, place, icb, commissioner, parent, otherQuality, life);
  }

  /** The same organisation as one of another board. */
  Organisation under(Icb board) {
    return new Organisation(
        code,
        kind,
        name,
        place,
        board,
        commissioner,
        parent.equals(icb.code()) ? board.code() : parent,
        quality,
        life);
  }

  public String regionCode() {
    return kind.isWelsh() ? "W00" : icb.region().code();
  }

  public String icbCode() {
    return kind.isWelsh() ? "Q99" : icb.code();
  }

  public boolean isOpenOn(LocalDate day) {
    LocalDate closedOn = life.closedOn();
    return !day.isBefore(life.openedOn()) && (closedOn == null || day.isBefore(closedOn));
  }

  public boolean isClosedBy(LocalDate day) {
    LocalDate closedOn = life.closedOn();
    return closedOn != null && !day.isBefore(closedOn);
  }
}

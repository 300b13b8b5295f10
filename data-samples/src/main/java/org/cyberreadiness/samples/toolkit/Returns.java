package org.cyberreadiness.samples.toolkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cyberreadiness.samples.nation.Nation;
import org.cyberreadiness.samples.nation.Organisation;

/** Every return of every organisation, worked out from its quality and its own chance. */
public final class Returns {
  private final TrustReturns trusts;
  private final SectorReturns others;

  public Returns(Nation nation) {
    this.trusts = new TrustReturns(nation);
    this.others = new SectorReturns(nation);
  }

  /** The returns of an organisation, oldest edition first. */
  public List<Return> of(Organisation organisation) {
    List<Return> returns = new ArrayList<>();
    for (Edition edition : Edition.values()) {
      Optional<Return> one =
          organisation.kind().isTrust()
              ? trusts.of(organisation, edition)
              : others.of(organisation, edition);
      one.filter(made -> organisation.isOpenOn(made.publishedOn())).ifPresent(returns::add);
    }
    return returns;
  }

  /** The newest publication on a day: all that an export shows. */
  public static Optional<Return> newestOn(LocalDate day, List<Return> returns) {
    return returns.stream()
        .filter(made -> !made.publishedOn().isAfter(day))
        .max(Comparator.comparing(Return::edition));
  }
}

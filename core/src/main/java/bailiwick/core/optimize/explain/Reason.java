package bailiwick.core.optimize.explain;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.unit.UnitId;
import java.util.List;
import java.util.Optional;

/**
 * Why a unit is where it is, against one other territory: the one it has today if that is another,
 * else the neighbouring one in which the objective would be least. Immutable.
 *
 * @param unit the unit
 * @param territory that it belongs to
 * @param today that it belongs to today, empty when nobody's
 * @param other that it is compared with, empty when there is none
 * @param terms what each goal would change by in the other territory, centres staying where they
 *     are; goals that would not change are left out
 * @param holdings what keeps it from the other territory, whatever the goals say
 */
public record Reason(
    UnitId unit,
    TerritoryCode territory,
    Optional<TerritoryCode> today,
    Optional<TerritoryCode> other,
    List<Term> terms,
    List<Holding> holdings) {

  public Reason {
    terms = List.copyOf(terms);
    holdings = List.copyOf(holdings);
  }

  /** Whether the unit changes hands. */
  public boolean isMoved() {
    return today.isPresent() && !today.get().equals(territory);
  }

  /** By how much the objective would change in the other territory; above 0 is worse. */
  public double change() {
    return terms.stream().mapToDouble(Term::change).sum();
  }

  /** The same in one sentence for people. */
  public String sentence() {
    return ReasonWords.of(this);
  }
}

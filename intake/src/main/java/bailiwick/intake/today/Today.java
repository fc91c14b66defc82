package bailiwick.intake.today;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.unit.UnitGraph;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who has what today. Immutable.
 *
 * @param territories in the order of their codes
 * @param alignment unit to territory: each unit belongs to the territory with the largest potential
 *     in it (then the most accounts, then the first code); units without accounts are unassigned
 * @param accountTerritory number of the territory that each owned account really has, which its
 *     unit's may contradict
 * @param problems owners who left or are unknown, accounts without an owner
 */
public record Today(
    List<TodayTerritory> territories,
    Alignment alignment,
    Map<AccountId, Integer> accountTerritory,
    List<TodayProblem> problems) {

  public Today {
    territories = List.copyOf(territories);
    accountTerritory = Collections.unmodifiableMap(new LinkedHashMap<>(accountTerritory));
    problems = List.copyOf(problems);
  }

  /**
   * The same alignment with the units that have no account given to the territory whose accounts
   * are fewest steps away, so that the whole map is someone's. Units that no step reaches stay
   * unassigned. O(units + edges).
   *
   * @param graph which units touch, over the numbers of {@link #alignment}
   */
  public Alignment spread(UnitGraph graph) {
    int[] territoryOf = alignment.toArray();
    int[] queue = new int[territoryOf.length];
    int end = 0;
    for (int unit = 0; unit < territoryOf.length; unit++) {
      if (territoryOf[unit] != Alignment.UNASSIGNED) {
        queue[end++] = unit;
      }
    }
    for (int next = 0; next < end; next++) {
      int unit = queue[next];
      for (int k = graph.first(unit); k < graph.end(unit); k++) {
        int neighbour = graph.neighbourAt(k);
        if (territoryOf[neighbour] == Alignment.UNASSIGNED) {
          territoryOf[neighbour] = territoryOf[unit];
          queue[end++] = neighbour;
        }
      }
    }
    return Alignment.of(alignment.units(), alignment.territories(), territoryOf);
  }
}

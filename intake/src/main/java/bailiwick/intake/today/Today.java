package bailiwick.intake.today;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.Alignment;
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
}

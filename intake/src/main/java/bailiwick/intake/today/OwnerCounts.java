package bailiwick.intake.today;

import bailiwick.core.roster.Representative;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many accounts name which owner. Immutable.
 *
 * @param accountsOf by owner as the accounts name them, in the order told of
 * @param nobodys how many name neither an owner nor a territory
 */
public record OwnerCounts(Map<String, Long> accountsOf, long nobodys) {

  public OwnerCounts {
    accountsOf = Collections.unmodifiableMap(new LinkedHashMap<>(accountsOf));
  }

  /**
   * What is odd about the owners.
   *
   * @param roster who sells; owners are found among them by external id, name or mail address.
   *     Nobody is unknown to an empty one.
   * @param on the day that decides who has left
   */
  public List<TodayProblem> problems(Collection<Representative> roster, LocalDate on) {
    return problems(RosterLookup.of(roster), on);
  }

  List<TodayProblem> problems(RosterLookup people, LocalDate on) {
    List<TodayProblem> problems = new ArrayList<>();
    accountsOf.forEach((owner, accounts) -> {
      Representative person = people.find(owner);
      LocalDate leftOn = person == null ? null : person.leftOn();
      if (person == null && !people.isEmpty()) {
        problems.add(new TodayProblem.OwnerUnknown(owner, accounts));
      } else if (person != null && leftOn != null && !leftOn.isAfter(on)) {
        problems.add(new TodayProblem.OwnerLeft(person.name(), leftOn, accounts));
      }
    });
    if (nobodys > 0) {
      problems.add(new TodayProblem.NoOwner(nobodys));
    }
    return problems;
  }
}

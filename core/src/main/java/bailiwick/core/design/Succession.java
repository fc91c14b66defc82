package bailiwick.core.design;

import bailiwick.core.alignment.Alignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which territories follow those of a problem: what each takes over, and who gets the units.
 * Immutable; owns its arrays and hands out none.
 */
public final class Succession {

  /** Nobody: a new territory comes from none, an ended one has no heir. */
  public static final int NONE = -1;

  private final List<TerritorySpec> territories;
  private final int[] originOf; // [new territory] -> the old one that it asks the same as, or none
  private final int[] heirOf; // [old territory] -> the new one that gets its units, or none

  private Succession(List<TerritorySpec> territories, int[] originOf, int[] heirOf) {
    this.territories = List.copyOf(territories);
    this.originOf = originOf.clone();
    this.heirOf = heirOf.clone();
  }

  /**
   * A succession.
   *
   * @param territories the new ones, at least one
   * @param originOf {@code originOf[new number]} is the old territory whose eligibility, costs,
   *     limits and budgets it takes over, or {@link #NONE}: then units go there that are eligible
   *     for all the old ones, at no cost and without limits of its own
   * @param heirOf {@code heirOf[old number]} is the new territory that its units and locks go to,
   *     or {@link #NONE}: then they are nobody's
   */
  public static Succession of(List<TerritorySpec> territories, int[] originOf, int[] heirOf) {
    if (originOf.length != territories.size()) {
      throw new IllegalArgumentException(
          "The origins (%s) must be as many as the territories (%s)."
              .formatted(originOf.length, territories.size()));
    }
    requireWithin(originOf, heirOf.length);
    requireWithin(heirOf, originOf.length);
    return new Succession(territories, originOf, heirOf);
  }

  /**
   * Other territories, which take over nothing.
   *
   * @param oldCount how many there were
   */
  public static Succession anew(List<TerritorySpec> territories, int oldCount) {
    int[] origins = new int[territories.size()];
    int[] heirs = new int[oldCount];
    Arrays.fill(origins, NONE);
    Arrays.fill(heirs, NONE);
    return new Succession(territories, origins, heirs);
  }

  private static void requireWithin(int[] numbers, int count) {
    for (int number : numbers) {
      if (number < NONE || number >= count) {
        throw new IllegalArgumentException(
            "The territory (%s) must lie from -1 to %s.".formatted(number, count - 1));
      }
    }
  }

  /** The new territories. */
  public List<TerritorySpec> territories() {
    return territories;
  }

  /** The old territory that a new one takes over from, or {@link #NONE}. */
  public int originOf(int territory) {
    return originOf[territory];
  }

  /** The new territory that gets the units of an old one, or {@link #NONE}. */
  public int heirOf(int old) {
    return old < 0 ? NONE : heirOf[old];
  }

  /** Whose each unit is under the new numbers, of {@code [unit] -> old territory or -1}. */
  public int[] heirs(int[] oldOf) {
    return Arrays.stream(oldOf).map(this::heirOf).toArray();
  }

  List<BalanceRule> rules(List<BalanceRule> rules) {
    List<BalanceRule> all = new ArrayList<>();
    for (BalanceRule rule : rules) {
      if (rule instanceof BalanceRule.TerritoryLimits limits) {
        for (int t : comingFrom(limits.territory())) {
          all.add(
              new BalanceRule.TerritoryLimits(limits.measure(), t, limits.lower(), limits.upper()));
        }
      } else {
        all.add(rule);
      }
    }
    return all;
  }

  List<MoveBudget> budgets(List<MoveBudget> budgets) {
    List<MoveBudget> all = new ArrayList<>();
    for (MoveBudget budget : budgets) {
      switch (budget) {
        case MoveBudget.InAll inAll -> all.add(inAll);
        case MoveBudget.Leaving(int measure, int territory, long most) -> {
          for (int t : comingFrom(territory)) {
            all.add(new MoveBudget.Leaving(measure, t, most));
          }
        }
        case MoveBudget.Entering(int measure, int territory, long most) -> {
          for (int t : comingFrom(territory)) {
            all.add(new MoveBudget.Entering(measure, t, most));
          }
        }
      }
    }
    return all;
  }

  /** Amounts of the old territories under the new numbers, 0 for those that come from none. */
  long[] amounts(long[] old) {
    return old.length == 0
        ? old
        : Arrays.stream(originOf).mapToLong(from -> from == NONE ? 0 : old[from]).toArray();
  }

  private List<Integer> comingFrom(int old) {
    List<Integer> numbers = new ArrayList<>();
    for (int t = 0; t < originOf.length; t++) {
      if (originOf[t] == old) {
        numbers.add(t);
      }
    }
    return numbers;
  }

  List<Goal> goals(List<Goal> goals) {
    return goals.stream().map(this::goal).toList();
  }

  Goal goal(Goal goal) {
    return goal.objective() instanceof Preference preference
        ? new Goal(preference.withTerritories(originOf), goal.weight())
        : goal;
  }

  @Nullable Eligibility eligibility(@Nullable Eligibility old) {
    if (old == null) {
      return null;
    }
    Eligibility.Builder allowed = Eligibility.builder(old.unitCount(), originOf.length);
    for (int unit = 0; unit < old.unitCount(); unit++) {
      boolean anywhere = old.count(unit) == old.territoryCount();
      for (int t = 0; t < originOf.length; t++) {
        if (originOf[t] == NONE ? !anywhere : !old.allows(unit, originOf[t])) {
          allowed.not(unit, t);
        }
      }
    }
    return allowed.build();
  }

  @Nullable Today today(@Nullable Today old) {
    return old == null ? null : Today.of(heirs(old.toArray()), old.measure(), old.weight());
  }

  /** A plan under the new numbers; null where some unit would be nobody's. */
  int @Nullable [] plan(int @Nullable [] old) {
    if (old == null) {
      return null;
    }
    int[] heirs = heirs(old);
    return Arrays.stream(heirs).allMatch(t -> t != Alignment.UNASSIGNED) ? heirs : null;
  }
}

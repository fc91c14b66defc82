package bailiwick.intake.brief;

import bailiwick.core.design.FieldTerms;
import bailiwick.core.design.WorkingDay;
import bailiwick.core.unit.UnitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a brief asks of units, of today's plan and of several goals, besides territories and
 * balance.
 *
 * @param eligible territories that units may only belong to
 * @param preferences what units cost in territories
 * @param together families of units, each in one territory
 * @param apart units that must all be in different territories
 * @param budgets the most that may change hands
 * @param capacities the most that territories may hold
 * @param goals besides the objective
 * @param levels of goals that count once those before have been reached
 * @param neverWorse whether nothing is to become worse than today, as far as that is possible
 * @param beginFromToday whether the search begins from today's plan and not from scratch
 * @param lockReasons why units are locked, where the brief tells
 * @param visits who decides at units and where they are met
 * @param travelHours how long visits and the ways to them take
 */
public record BriefWishes(
    List<Eligible> eligible,
    List<Preferred> preferences,
    List<List<UnitId>> together,
    List<List<UnitId>> apart,
    List<Budget> budgets,
    List<Capacity> capacities,
    List<WeightedGoal> goals,
    List<GoalLevel> levels,
    boolean neverWorse,
    boolean beginFromToday,
    Map<UnitId, String> lockReasons,
    BriefVisits visits,
    Optional<TravelHours> travelHours) {

  /** Nothing more is asked. */
  public static final BriefWishes NONE =
      new BriefWishes(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          false,
          false,
          Map.of(),
          BriefVisits.NONE,
          Optional.empty());

  public BriefWishes {
    eligible = List.copyOf(eligible);
    preferences = List.copyOf(preferences);
    together = together.stream().map(List::copyOf).toList();
    apart = apart.stream().map(List::copyOf).toList();
    budgets = List.copyOf(budgets);
    capacities = List.copyOf(capacities);
    goals = List.copyOf(goals);
    levels = List.copyOf(levels);
    lockReasons = Map.copyOf(lockReasons);
  }

  /** Whether hours in common are among the goals. */
  public boolean askForHours() {
    return Stream.concat(goals.stream(), levels.stream().flatMap(level -> level.goals().stream()))
        .anyMatch(goal -> goal.objective().equals(VisitedSites.TIME_ZONE_OVERLAP));
  }

  /**
   * The edition of the time zones' rules that a design by these wishes depends on, such as {@code
   * 2026a}; empty where hours are no goal.
   */
  public Optional<String> clocks() {
    return askForHours() ? Optional.of(WorkingDay.edition()) : Optional.empty();
  }

  /** Units that may belong to these territories only. */
  public record Eligible(List<UnitId> units, List<String> territories) {
    public Eligible {
      units = List.copyOf(units);
      territories = List.copyOf(territories);
    }
  }

  /**
   * What units cost in territories; 0 where nothing is said.
   *
   * @param name the name it has as a goal
   * @param weight in the sum of the first goals; 0 when it counts in later levels only
   */
  public record Preferred(String name, double weight, List<Cost> costs) {
    public Preferred {
      costs = List.copyOf(costs);
    }
  }

  /** What a unit costs in a territory, 0 or more. */
  public record Cost(UnitId unit, String territory, double cost) {}

  /** Which way amounts change hands. */
  public enum Direction {
    /** Out of a territory. */
    LEAVING("leaving"),
    /** Into a territory, from others. */
    ENTERING("entering");

    private final String word;

    Direction(String word) {
      this.word = word;
    }

    /** The word for it in briefs. */
    public String word() {
      return word;
    }
  }

  /**
   * The most that may change hands; exactly one of {@code most} and {@code share} is there.
   *
   * @param most in whole units of the measure
   * @param share of what all, or the territory, holds today
   * @param territory whose budget it is; empty for all
   */
  public record Budget(
      String measure,
      OptionalDouble most,
      OptionalDouble share,
      Optional<String> territory,
      Direction direction) {}

  /**
   * The most that territories may hold.
   *
   * @param capacity of a full territory, in whole units of the measure
   * @param headroom part of it that is kept free to grow
   */
  public record Capacity(String measure, double capacity, double headroom) {}

  /**
   * How long visits and the ways to them take.
   *
   * @param measure that visits go by, such as {@code accounts}
   * @param visitsPerAmount visits for each whole unit of it
   * @param terms of visits and days
   */
  public record TravelHours(String measure, double visitsPerAmount, FieldTerms terms) {}

  /** A goal by its word or the name of a preference. */
  public record WeightedGoal(String objective, double weight) {}

  /** Goals that count once those before have been reached. */
  public record GoalLevel(List<WeightedGoal> goals, double slack) {
    public GoalLevel {
      goals = List.copyOf(goals);
    }
  }
}

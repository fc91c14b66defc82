package bailiwick.intake.brief;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.design.Effort;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a planner asks of a design. Immutable; read by {@link BriefReader} or made from a request.
 *
 * @param name of the scenario to make
 * @param unitKind what is assigned whole
 * @param country ISO code of the plan's country
 * @param territories what is asked of each; empty for today's, where those are changed, and where
 *     their number is to be found
 * @param measures to be balanced; empty balances nothing
 * @param contiguous whether each territory must be one connected piece
 * @param objective what to make small
 * @param disruptionWeight 0 ignores today's plan; 1 makes changing the owner of an amount as dear
 *     as serving it over the mean square distance of today's plan
 * @param locked units that stay where they are today
 * @param seed of every random choice
 * @param effort how much work to spend, null to leave it to the time limit
 * @param timeLimit when to stop at the latest; without an effort it also says how much work to
 *     spend; null for no clock, which alone makes the plan the same on every machine
 * @param wishes what else is asked
 * @param modes what is wanted instead of territories drawn from scratch
 */
public record DesignBrief(
    String name,
    UnitKind unitKind,
    String country,
    List<Territory> territories,
    List<BalancedMeasure> measures,
    boolean contiguous,
    BriefObjective objective,
    double disruptionWeight,
    List<UnitId> locked,
    long seed,
    @Nullable Effort effort,
    @Nullable Duration timeLimit,
    BriefWishes wishes,
    BriefModes modes) {

  public DesignBrief {
    territories = List.copyOf(territories);
    measures = List.copyOf(measures);
    locked = List.copyOf(locked);
    if (territories.isEmpty() && modes.equals(BriefModes.NONE)) {
      throw new IllegalArgumentException("The brief must ask for at least one territory.");
    }
  }

  /** The same brief for other territories. */
  public DesignBrief withTerritories(List<Territory> others) {
    return new DesignBrief(
        name,
        unitKind,
        country,
        others,
        measures,
        contiguous,
        objective,
        disruptionWeight,
        locked,
        seed,
        effort,
        timeLimit,
        wishes,
        modes);
  }

  /** How to search for it: {@link Effort#BALANCED} where the brief says nothing. */
  public DesignSettings settings(int threads, DesignProblem problem) {
    if (effort == null && timeLimit != null) {
      return DesignSettings.ofTime(seed, threads, timeLimit, problem);
    }
    Effort work = effort == null ? Effort.BALANCED : effort;
    return DesignSettings.ofEffort(seed, threads, work, problem)
        .withTimeLimit(Optional.ofNullable(timeLimit));
  }

  /**
   * What is asked of one territory.
   *
   * @param code its name, unique in the brief
   * @param name as shown to people
   * @param share target share of a full territory, above 0
   * @param home where its seat is, null when the design finds the centre
   */
  public record Territory(String code, String name, double share, @Nullable LonLat home) {

    /** The same, served from another place, or from where the design finds best. */
    Territory withHome(@Nullable LonLat other) {
      return new Territory(code, name, share, other);
    }
  }

  /**
   * A measure to be balanced.
   *
   * @param name the measure's name, such as {@code potential}
   * @param tolerance largest relative deviation from target allowed, 0 or more
   */
  public record BalancedMeasure(String name, double tolerance) {}

  /** Territories {@code T01} … of equal shares and without homes. */
  public static List<Territory> equalTerritories(int count) {
    int width = Math.max(2, Integer.toString(count).length());
    List<Territory> territories = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      String digits = Integer.toString(number);
      String code = "T" + "0".repeat(width - digits.length()) + digits;
      territories.add(new Territory(code, code, 1, null));
    }
    return territories;
  }
}

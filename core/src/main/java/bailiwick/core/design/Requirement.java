package bailiwick.core.design;

import java.util.ArrayList;
import java.util.List;

/** What a problem asks of every plan, in the pieces in which people ask for it. */
public sealed interface Requirement {

  /** As it is told to people: {@code "the limits of revenue"}. */
  String words();

  /** Limits to what may change hands. */
  record Budgets() implements Requirement {
    @Override
    public String words() {
      return "the budgets of moves";
    }
  }

  /** Days in the field that territories have. */
  record DaysInTheField() implements Requirement {
    @Override
    public String words() {
      return "the days in the field";
    }
  }

  /** Units that must be in different territories. */
  record Apart() implements Requirement {
    @Override
    public String words() {
      return "units kept apart";
    }
  }

  /** Units that must be in one territory. */
  record Families() implements Requirement {
    @Override
    public String words() {
      return "units kept together";
    }
  }

  /** Territories that units may belong to. */
  record Eligible() implements Requirement {
    @Override
    public String words() {
      return "who is eligible for which unit";
    }
  }

  /** Units locked to a territory. */
  record Locks() implements Requirement {
    @Override
    public String words() {
      return "the locked units";
    }
  }

  /** Territories in one piece. */
  record OnePiece() implements Requirement {
    @Override
    public String words() {
      return "every territory in one piece";
    }
  }

  /**
   * All limits of one measure.
   *
   * @param measure its number
   * @param name of the measure
   */
  record Limits(int measure, String name) implements Requirement {
    @Override
    public String words() {
      return "the limits of " + name;
    }
  }

  /** All that a problem asks, limits of totals last. */
  static List<Requirement> of(DesignProblem problem) {
    List<Requirement> all = new ArrayList<>();
    if (!problem.budgets().isEmpty()) {
      all.add(new Budgets());
    }
    if (problem.limitedDays().isPresent()) {
      all.add(new DaysInTheField());
    }
    Companions companions = problem.companions();
    if (companions.apartCount() > 0) {
      all.add(new Apart());
    }
    if (companions.familyCount() > 0) {
      all.add(new Families());
    }
    if (problem.hasEligibility()) {
      all.add(new Eligible());
    }
    if (problem.hasLocks()) {
      all.add(new Locks());
    }
    if (problem.contiguous()) {
      all.add(new OnePiece());
    }
    problem.rules().stream()
        .mapToInt(BalanceRule::measure)
        .distinct()
        .sorted()
        .forEach(measure -> all.add(new Limits(measure, problem.measures().get(measure).name())));
    return List.copyOf(all);
  }
}

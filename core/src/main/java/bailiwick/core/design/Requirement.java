package bailiwick.core.design;

import bailiwick.core.alignment.Alignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a problem asks of every plan, in the pieces in which people ask for it. */
public sealed interface Requirement {

  /** As it is told to people: {@code "the limits of revenue"}. */
  String words();

  /** Lets a problem do without it. */
  void leaveOut(DesignProblemBuilder problem);

  /** Limits to what may change hands. */
  record Budgets() implements Requirement {
    @Override
    public String words() {
      return "the budgets of moves";
    }

    @Override
    public void leaveOut(DesignProblemBuilder problem) {
      problem.budgets.clear();
    }
  }

  /** Units that must be in different territories. */
  record Apart() implements Requirement {
    @Override
    public String words() {
      return "units kept apart";
    }

    @Override
    public void leaveOut(DesignProblemBuilder problem) {
      problem.apart.clear();
    }
  }

  /** Units that must be in one territory. */
  record Families() implements Requirement {
    @Override
    public String words() {
      return "units kept together";
    }

    @Override
    public void leaveOut(DesignProblemBuilder problem) {
      problem.together.clear();
    }
  }

  /** Territories that units may belong to. */
  record Eligible() implements Requirement {
    @Override
    public String words() {
      return "who is eligible for which unit";
    }

    @Override
    public void leaveOut(DesignProblemBuilder problem) {
      problem.eligibility = null;
    }
  }

  /** Units locked to a territory. */
  record Locks() implements Requirement {
    @Override
    public String words() {
      return "the locked units";
    }

    @Override
    public void leaveOut(DesignProblemBuilder problem) {
      Arrays.fill(problem.lockedTo, Alignment.UNASSIGNED);
      problem.lockReasons.clear();
    }
  }

  /** Territories in one piece. */
  record OnePiece() implements Requirement {
    @Override
    public String words() {
      return "every territory in one piece";
    }

    @Override
    public void leaveOut(DesignProblemBuilder problem) {
      problem.contiguous = false;
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

    @Override
    public void leaveOut(DesignProblemBuilder problem) {
      problem.rules.removeIf(rule -> rule.measure() == measure);
    }
  }

  /** All that a problem asks, limits of totals last. */
  static List<Requirement> of(DesignProblem problem) {
    List<Requirement> all = new ArrayList<>();
    if (!problem.budgets().isEmpty()) {
      all.add(new Budgets());
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
    if (hasLocks(problem)) {
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

  private static boolean hasLocks(DesignProblem problem) {
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      if (problem.lockedTo(unit) >= 0) {
        return true;
      }
    }
    return false;
  }
}

package bailiwick.exact;

import bailiwick.core.exact.BinaryProgram;
import bailiwick.core.exact.ExactAnswer;
import bailiwick.core.exact.Solution;
import java.util.BitSet;
import java.util.Optional;

/**
 * What is believed of a reply: a solution that keeps the rows, counted anew, and nothing that
 * contradicts a solution in hand.
 */
final class Believed {

  private Believed() {}

  static ExactAnswer of(Reply reply, BinaryProgram program) {
    Optional<Solution> known = program.hint().flatMap(ones -> Solution.of(program, ones));
    return switch (reply) {
      case Reply.Ready ready -> new ExactAnswer.Failed("The worker answered before it was asked.");
      case Reply.Unusable unusable -> new ExactAnswer.Failed(unusable.reason());
      case Reply.Refused refused -> new ExactAnswer.Failed(refused.reason());
      case Reply.NoSolution none -> noSolution(none, known);
      case Reply.NothingFound nothing -> nothingFound(nothing, known, program);
      case Reply.Found found -> found(found, known, program);
    };
  }

  private static ExactAnswer noSolution(Reply.NoSolution none, Optional<Solution> known) {
    return known.isEmpty()
        ? new ExactAnswer.Infeasible(none.work())
        : new ExactAnswer.Failed("The worker says that there is no solution; the hint is one.");
  }

  private static ExactAnswer nothingFound(
      Reply.NothingFound nothing, Optional<Solution> known, BinaryProgram program) {
    double bound = bound(nothing.bound(), program);
    return known
        .map(solution -> solution(solution, bound, nothing.work()))
        .orElseGet(() -> new ExactAnswer.Unknown(bound, nothing.work()));
  }

  private static ExactAnswer found(
      Reply.Found found, Optional<Solution> known, BinaryProgram program) {
    Optional<Solution> solution =
        isWithin(found.ones(), program) ? Solution.of(program, found.ones()) : Optional.empty();
    if (solution.isEmpty()) {
      return new ExactAnswer.Failed(fault(found.ones(), program));
    }
    Solution best =
        known.filter(hint -> hint.cost() < solution.get().cost()).orElseGet(solution::get);
    return solution(best, bound(found.bound(), program), found.work());
  }

  private static ExactAnswer solution(Solution best, double bound, double work) {
    if (bound > best.cost()) {
      return new ExactAnswer.Failed(
          "The worker says that nothing costs less than %s; a solution costs %s."
              .formatted(bound, best.cost()));
    }
    return bound == best.cost()
        ? new ExactAnswer.Optimal(best, work)
        : new ExactAnswer.Feasible(best, bound, work);
  }

  private static String fault(BitSet ones, BinaryProgram program) {
    if (!isWithin(ones, program)) {
      return "The worker's solution has more variables than the program.";
    }
    var row = program.findBrokenRow(ones);
    return row.isPresent()
        ? "The worker's solution breaks row %s.".formatted(row.getAsInt())
        : "The worker's solution costs %s, not less than the cutoff."
            .formatted(program.costOf(ones));
  }

  private static boolean isWithin(BitSet ones, BinaryProgram program) {
    return ones.length() <= program.variableCount();
  }

  private static double bound(long grains, BinaryProgram program) {
    return grains == Reply.NO_BOUND ? Double.NEGATIVE_INFINITY : grains * program.grain();
  }
}

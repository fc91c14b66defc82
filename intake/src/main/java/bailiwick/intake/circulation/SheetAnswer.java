package bailiwick.intake.circulation;

import java.util.List;

/**
 * What a workbook that came back asks for. Immutable.
 *
 * @param moves those that can be made
 * @param unchanged rows that ask for nothing
 * @param problems everything that is left undone, each by name
 */
public record SheetAnswer(List<Move> moves, int unchanged, List<SheetProblem> problems) {

  /** An account that shall have another territory. */
  public record Move(SentAccount account, String to) {}

  public SheetAnswer {
    moves = List.copyOf(moves);
    problems = List.copyOf(problems);
  }

  /** Whether nothing of it can be used. */
  public boolean isForeign() {
    return problems.stream()
        .anyMatch(problem ->
            problem instanceof SheetProblem.NotSent
                || problem instanceof SheetProblem.TooManyRows
                || problem instanceof SheetProblem.OtherScenario);
  }
}

package bailiwick.intake.brief;

import bailiwick.core.design.Objective;
import java.util.Arrays;
import java.util.Optional;

/** What a brief can ask a design to make small. */
public enum BriefObjective {
  /** Amount times squared distance to the centre, by the first balanced measure. */
  MOMENT_OF_INERTIA("momentOfInertia"),
  /** Distance to the centre, each unit counting once. */
  SUM_OF_DISTANCES("sumOfDistances"),
  /** Pairs of touching units in different territories. */
  CUT_EDGES("cutEdges");

  private final String word;

  BriefObjective(String word) {
    this.word = word;
  }

  /** The word for it in briefs, such as {@code momentOfInertia}. */
  public String word() {
    return word;
  }

  /**
   * The engine's objective.
   *
   * @param weighing number of the measure that weighs distances
   */
  Objective toObjective(int weighing) {
    return switch (this) {
      case MOMENT_OF_INERTIA -> new Objective.MomentOfInertia(word, weighing, 0, 1);
      case SUM_OF_DISTANCES -> new Objective.SumOfDistances(word);
      case CUT_EDGES -> new Objective.CutEdges(word);
    };
  }

  /** The objective of a word, empty when there is none. */
  public static Optional<BriefObjective> findByWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}

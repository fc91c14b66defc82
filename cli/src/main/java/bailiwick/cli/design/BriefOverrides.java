package bailiwick.cli.design;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.brief.BriefObjective;
import bailiwick.intake.brief.BriefProblem;
import bailiwick.intake.brief.DesignBrief;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says in place of the brief; null leaves the brief's word.
 *
 * @param objective name of the objective
 * @param seed of every random choice
 * @param timeLimit when to stop at the latest
 */
record BriefOverrides(
    @Nullable String objective, @Nullable Long seed, @Nullable Duration timeLimit) {

  /** The brief with the command line's words in it. */
  DesignBrief over(DesignBrief brief) {
    return new DesignBrief(
        brief.name(),
        brief.unitKind(),
        brief.country(),
        brief.territories(),
        brief.measures(),
        brief.contiguous(),
        objective == null ? brief.objective() : objectiveOf(objective),
        brief.disruptionWeight(),
        brief.locked(),
        seed == null ? brief.seed() : seed,
        timeLimit == null ? brief.effort() : null,
        timeLimit == null ? brief.timeLimit() : timeLimit,
        brief.wishes(),
        brief.modes());
  }

  private static BriefObjective objectiveOf(String word) {
    return BriefObjective.findByWord(word)
        .orElseThrow(() ->
            ProblemException.of(
                new BriefProblem.WrongValue(
                    "/objective", word, "momentOfInertia, sumOfDistances or cutEdges")));
  }
}

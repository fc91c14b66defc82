package bailiwick.core.optimize.change;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.problem.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether lands that are to be one territory hang together. */
final class MergedLand {

  private final int[] old; // [unit] -> territory before the merge
  private final int[] pieceOf; // [unit] -> piece of the land that comes together, -1 elsewhere

  private MergedLand(ChangedProblem changed, int heir) {
    this.old = changed.landBefore();
    int[] merged =
        IntStream.of(changed.succession().heirs(old)).map(t -> t == heir ? heir : -1).toArray();
    this.pieceOf = Contiguity.pieceOf(changed.near(), merged);
  }

  /**
   * Requires that each land that ends touches the one that goes on, directly or by way of the
   * others that end. Land that nobody has touches everything: where the one that goes on has none,
   * the first of the ended stands for it.
   *
   * @throws ProblemException with each {@link ChangeProblem.NotTouching}
   */
  static void requireOnePiece(ChangedProblem changed, Change.Merge merge) {
    if (!changed.problem().contiguous()) {
      return;
    }
    int into = number(changed.before(), merge.into());
    MergedLand land = new MergedLand(changed, changed.succession().heirOf(into));
    Set<Integer> pieces = land.pieces(into);
    List<ChangeProblem> apart =
        merge.ended().stream()
            .filter(code -> !land.reaches(number(changed.before(), code), pieces))
            .<ChangeProblem>map(
                code -> new ChangeProblem.NotTouching(code.value(), merge.into().value()))
            .toList();
    if (!apart.isEmpty()) {
      throw new ProblemException(apart);
    }
  }

  private static int number(DesignProblem problem, TerritoryCode code) {
    return problem.territories().stream().map(spec -> spec.code()).toList().indexOf(code);
  }

  /** Pieces in which a territory has land. */
  private Set<Integer> pieces(int territory) {
    Set<Integer> pieces = new HashSet<>();
    for (int unit = 0; unit < old.length; unit++) {
      if (old[unit] == territory) {
        pieces.add(pieceOf[unit]);
      }
    }
    return pieces;
  }

  /** Whether a territory has land in some of the pieces, or there is none to be reached. */
  private boolean reaches(int territory, Set<Integer> pieces) {
    Set<Integer> own = pieces(territory);
    if (pieces.isEmpty()) {
      pieces.addAll(own);
    }
    return own.isEmpty() || own.stream().anyMatch(pieces::contains);
  }
}

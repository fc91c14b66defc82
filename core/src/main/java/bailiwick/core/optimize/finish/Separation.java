package bailiwick.core.optimize.finish;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.optimize.bound.CentreOptions;
import bailiwick.core.optimize.finish.CentreProgram.Cut;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a choice that is not contiguous breaks: a piece without the centre can only be reached
 * through the units around it, which some site would have to serve as well. O(pieces · sites ·
 * edges).
 *
 * <p>Source: the minimal separators of H. Validi, A. Buchanan, E. Lykhovyd, *Imposing contiguity
 * constraints in political districting models*, Operations Research 2022.
 */
final class Separation {

  /** Units of a piece for which cuts are made, those with the largest amounts. */
  private static final int UNITS_PER_PIECE = 4;

  private final CentreOptions options;
  private final CentreProgram program;
  private final DesignProblem problem;
  private final UnitGraph graph;

  Separation(CentreOptions options, CentreProgram program) {
    this.options = options;
    this.program = program;
    this.problem = options.problem();
    this.graph = problem.graph().orElseThrow();
  }

  /** The cuts that a choice breaks, and the same ones for other sites; empty when all are whole. */
  List<Cut> cuts(int[] siteOf) {
    int[] pieceOf = Contiguity.pieceOf(graph, siteOf);
    int pieces = Arrays.stream(pieceOf).max().orElse(-1) + 1;
    List<Cut> cuts = new ArrayList<>();
    for (int piece = 0; piece < pieces; piece++) {
      boolean[] inPiece = new boolean[pieceOf.length];
      int site = -1;
      boolean whole = false;
      for (int unit = 0; unit < pieceOf.length; unit++) {
        if (pieceOf[unit] == piece) {
          inPiece[unit] = true;
          site = siteOf[unit];
          whole |= options.unitAt(site) == unit;
        }
      }
      if (!whole) {
        addCuts(inPiece, cuts);
      }
    }
    return cuts;
  }

  private void addCuts(boolean[] inPiece, List<Cut> cuts) {
    List<Integer> units = heaviest(inPiece);
    for (int site = 0; site < options.siteCount(); site++) {
      if (options.isOpen(site) && !inPiece[options.unitAt(site)]) {
        Optional<List<Integer>> gates = gates(site, inPiece);
        for (int unit : units) {
          if (gates.isPresent() && program.mayServe(site, unit)) {
            cuts.add(new Cut(site, unit, gates.get()));
          }
        }
      }
    }
  }

  private List<Integer> heaviest(boolean[] inPiece) {
    List<Integer> units = new ArrayList<>();
    for (int unit = 0; unit < inPiece.length; unit++) {
      if (inPiece[unit]) {
        units.add(unit);
      }
    }
    units.sort(
        Comparator.comparingLong(this::amount).reversed().thenComparing(Comparator.naturalOrder()));
    return units.subList(0, Math.min(UNITS_PER_PIECE, units.size()));
  }

  private long amount(int unit) {
    return problem.measures().isEmpty() ? 0 : problem.amount(0, unit);
  }

  /**
   * Units beside a piece that the site reaches without passing through others beside it; empty when
   * the site itself is beside it and so reaches it in any case.
   */
  private Optional<List<Integer>> gates(int site, boolean[] inPiece) {
    boolean[] beside = new boolean[inPiece.length];
    for (int unit = 0; unit < inPiece.length; unit++) {
      for (int k = graph.first(unit); inPiece[unit] && k < graph.end(unit); k++) {
        int other = graph.neighbourAt(k);
        beside[other] |= !inPiece[other] && program.mayServe(site, other);
      }
    }
    boolean[] reached = new boolean[inPiece.length];
    int[] queue = new int[inPiece.length];
    int head = 0;
    int tail = 0;
    int start = options.unitAt(site);
    if (beside[start]) {
      return Optional.empty();
    }
    reached[start] = true;
    queue[tail++] = start;
    while (head < tail) {
      int unit = queue[head++];
      for (int k = graph.first(unit); k < graph.end(unit); k++) {
        int other = graph.neighbourAt(k);
        if (!reached[other] && !inPiece[other] && program.mayServe(site, other)) {
          reached[other] = true;
          if (!beside[other]) {
            queue[tail++] = other;
          }
        }
      }
    }
    List<Integer> gates = new ArrayList<>();
    for (int unit = 0; unit < inPiece.length; unit++) {
      if (beside[unit] && reached[unit]) {
        gates.add(unit);
      }
    }
    return Optional.of(gates);
  }
}

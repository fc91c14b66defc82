package bailiwick.core.optimize.start;

import bailiwick.core.design.BalanceRule;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.Goal;
import bailiwick.core.design.Objective;
import bailiwick.core.design.PartDistances;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.unit.UnitGraph;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A problem with many units, seen from afar: units near each other are dealt out together, as one
 * clump. Centres and prices found there are nearly right for the units themselves and cost a small
 * part of the work. The units of a clump lie on one piece of land, and they are locked to one
 * territory or all free. O(n log n). Immutable.
 */
final class CoarseWorld {

  /** Clumps for each territory: with fewer, prices would be too rough. */
  private static final int CLUMPS_PER_TERRITORY = 40;

  /** Pairs of unit and territory up to which a problem is dealt out as it is. */
  private static final long FEW_PAIRS = 4_000_000;

  /** Units for each clump from which on it is worth while. */
  private static final int UNITS_PER_CLUMP = 2;

  private final DesignProblem whole;
  private final int[] clumpOf; // [unit] -> clump
  private final int[] siteOf; // [site here] -> site: the middle unit of each clump, then the homes
  private final int clumpCount;
  private final DesignProblem problem;

  private CoarseWorld(DesignProblem whole, Clumps clumps) {
    this.whole = whole;
    this.clumpOf = clumps.clumpOf();
    this.clumpCount = clumps.count();
    this.siteOf =
        IntStream.concat(
                Arrays.stream(clumps.middles()),
                whole.territories().stream()
                    .map(TerritorySpec::centre)
                    .filter(Centre.Home.class::isInstance)
                    .mapToInt(centre -> ((Centre.Home) centre).site()))
            .toArray();
    this.problem = seenFromAfar();
  }

  /**
   * Whether there is something to gain: many pairs of unit and territory, of which any may go
   * together but for locks, and an objective that clumps can have as well.
   */
  static boolean isFor(DesignProblem problem) {
    return hasManyPairs(problem)
        && problem.unitCount() >= UNITS_PER_CLUMP * clumpsWanted(problem)
        && !problem.namesMatter()
        && (problem.centred().isPresent() || problem.objective() instanceof Objective.CutEdges);
  }

  /** Whether looking at every pair of unit and territory takes long. */
  static boolean hasManyPairs(DesignProblem problem) {
    return (long) problem.unitCount() * problem.territoryCount() > FEW_PAIRS;
  }

  /** The clumps of a problem. */
  static CoarseWorld of(DesignProblem problem, UnitShares shares) {
    int[] groupOf = groups(problem);
    return new CoarseWorld(
        problem, Clumps.of(problem.distances(), shares, groupOf, clumpsWanted(problem)));
  }

  private static int clumpsWanted(DesignProblem problem) {
    return CLUMPS_PER_TERRITORY * problem.territoryCount();
  }

  /** {@code [unit] -> group}: what may be in one clump. */
  private static int[] groups(DesignProblem problem) {
    int[] lock = new int[problem.unitCount()];
    Arrays.setAll(lock, unit -> problem.lockedTo(unit) + 1);
    return problem.contiguous() ? Contiguity.pieceOf(problem.graph().orElseThrow(), lock) : lock;
  }

  /** The problem whose units are the clumps. */
  DesignProblem problem() {
    return problem;
  }

  /** The sites of the whole problem for sites of this one, {@code [territory] -> site}. */
  int[] inTheWhole(int[] centre) {
    return Arrays.stream(centre).map(site -> siteOf[site]).toArray();
  }

  private DesignProblem seenFromAfar() {
    DesignProblemBuilder coarse =
        DesignProblem.builder(numbering(), new PartDistances(whole.distances().places(), siteOf));
    for (int m = 0; m < whole.measures().size(); m++) {
      coarse.measure(whole.measures().get(m), amounts(m));
    }
    addTerritories(coarse);
    for (BalanceRule rule : whole.rules()) {
      coarse.rule(rule instanceof BalanceRule.CentreCapacity fits ? fits.of(siteOf) : rule);
    }
    for (int clump = 0; clump < clumpCount; clump++) {
      if (whole.lockedTo(siteOf[clump]) >= 0) {
        coarse.lock(clump, whole.lockedTo(siteOf[clump]));
      }
    }
    Optional<UnitGraph> graph = whole.graph().map(this::graph);
    graph.ifPresent(whole.contiguous() ? coarse::contiguous : coarse::graph);
    return coarse.objective(whole.centred().map(Goal::objective).orElse(whole.objective())).build();
  }

  private UnitNumbering numbering() {
    List<UnitId> ids = new ArrayList<>();
    for (int clump = 0; clump < clumpCount; clump++) {
      ids.add(whole.units().id(siteOf[clump]));
    }
    return UnitNumbering.of(ids);
  }

  private long[] amounts(int measure) {
    long[] amounts = new long[clumpCount];
    for (int unit = 0; unit < clumpOf.length; unit++) {
      amounts[clumpOf[unit]] += whole.amount(measure, unit);
    }
    return amounts;
  }

  private void addTerritories(DesignProblemBuilder coarse) {
    int home = clumpCount;
    for (TerritorySpec spec : whole.territories()) {
      Centre centre = spec.centre() instanceof Centre.Home ? new Centre.Home(home++) : Centre.FREE;
      coarse.territory(new TerritorySpec(spec.code(), spec.share(), centre));
    }
  }

  private UnitGraph graph(UnitGraph all) {
    int[] from = new int[all.edgeCount()];
    int[] to = new int[from.length];
    int count = 0;
    for (int unit = 0; unit < clumpOf.length; unit++) {
      for (int k = all.first(unit); k < all.end(unit); k++) {
        int other = all.neighbourAt(k);
        if (unit < other && clumpOf[unit] != clumpOf[other]) {
          from[count] = clumpOf[unit];
          to[count++] = clumpOf[other];
        }
      }
    }
    return UnitGraph.of(clumpCount, Arrays.copyOf(from, count), Arrays.copyOf(to, count));
  }
}

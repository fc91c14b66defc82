package bailiwick.core.optimize.finish;

import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.exact.BinaryProgram;
import bailiwick.core.exact.BinaryProgramBuilder;
import bailiwick.core.exact.Solution;
import bailiwick.core.optimize.bound.CentreOptions;
import bailiwick.core.optimize.objective.BalanceExcess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * All plans that {@link CentreOptions} leaves, as a program with one variable for each option: a
 * unit served by a site, or a centre opened at a free site, which then serves its own unit.
 * Immutable but for the cuts added.
 *
 * <p>Source: S. W. Hess and others, *Nonpartisan political redistricting by computer*, Operations
 * Research 1965.
 */
final class CentreProgram {

  private final CentreOptions options;
  private final DesignProblem problem;
  private final int[] firstOf; // [site] -> variable of its first option
  private final int[] openOf; // [site] -> variable of its opening, -1 for homes and closed sites
  private final int[][] variableOf; // [site][unit] -> variable, -1 when it is none of its options
  private final double[] costs; // [variable]
  private final double constant; // cost of what homes serve at their own place
  private final List<Cut> cuts = new ArrayList<>();

  /**
   * A unit that a site reaches only through others: if it serves the unit, it serves one of them.
   *
   * @param gates units; when there is none, the site cannot serve the unit at all
   */
  record Cut(int site, int unit, List<Integer> gates) {
    Cut {
      gates = List.copyOf(gates);
    }
  }

  CentreProgram(CentreOptions options) {
    this.options = options;
    this.problem = options.problem();
    int sites = options.siteCount();
    this.firstOf = new int[sites];
    this.openOf = new int[sites];
    this.variableOf = new int[sites][];
    Arrays.fill(openOf, -1);
    double[] cost = new double[Math.toIntExact(options.size())];
    double fixed = 0;
    int count = 0;
    for (int site = 0; site < sites; site++) {
      if (!options.isOpen(site)) {
        continue;
      }
      variableOf[site] = new int[problem.unitCount()];
      Arrays.fill(variableOf[site], -1);
      if (site >= options.homeCount()) {
        openOf[site] = count;
        variableOf[site][options.unitAt(site)] = count;
        cost[count++] = options.ownCost(site);
      } else {
        fixed += options.ownCost(site);
      }
      firstOf[site] = count;
      for (int k = 0; k < options.count(site); k++) {
        variableOf[site][options.unit(site, k)] = count;
        cost[count++] = options.cost(site, k);
      }
    }
    this.costs = Arrays.copyOf(cost, Math.max(1, count)); // a program needs a variable, if idle
    this.constant = fixed;
  }

  /** Cost of what is not decided any more, to be added to any solution's. */
  double constant() {
    return constant;
  }

  void add(Cut cut) {
    cuts.add(cut);
  }

  /** Whether a site may serve a unit, or serves it in any case because it is there. */
  boolean mayServe(int site, int unit) {
    return options.isOpen(site) && (options.unitAt(site) == unit || variableOf[site][unit] >= 0);
  }

  /** The program with all cuts so far. */
  BinaryProgram build() {
    BinaryProgramBuilder rows = BinaryProgram.builder(costs);
    serveEachUnitOnce(rows);
    openAsManyAsAsked(rows);
    for (int site = 0; site < options.siteCount(); site++) {
      if (options.isOpen(site)) {
        for (int measure : BalanceExcess.limitedMeasures(problem)) {
          limit(rows, site, measure);
        }
        if (openOf[site] >= 0) {
          serveOnlyWhenOpen(rows, site);
        }
      }
    }
    new WishRows(options, this).addTo(rows);
    cuts.forEach(cut -> addRow(rows, cut));
    return rows.build();
  }

  private void serveEachUnitOnce(BinaryProgramBuilder rows) {
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      if (isHome(unit)) {
        continue;
      }
      rows.row(1, 1);
      for (int[] variables : variableOf) {
        if (variables != null && variables[unit] >= 0) {
          rows.term(variables[unit], 1);
        }
      }
    }
  }

  private boolean isHome(int unit) {
    for (int site = 0; site < options.homeCount(); site++) {
      if (options.unitAt(site) == unit) {
        return true;
      }
    }
    return false;
  }

  private void openAsManyAsAsked(BinaryProgramBuilder rows) {
    if (options.freeTerritoryCount() > 0) {
      rows.row(options.freeTerritoryCount(), options.freeTerritoryCount());
      for (int open : openOf) {
        if (open >= 0) {
          rows.term(open, 1);
        }
      }
    }
  }

  private void limit(BinaryProgramBuilder rows, int site, int measure) {
    int unit = options.unitAt(site);
    long own = unit < 0 ? 0 : problem.amount(measure, unit);
    long least = options.lower(measure, site);
    long most = Math.min(options.upper(measure, site), problem.total(measure));
    if (openOf[site] < 0) {
      rows.row(least - own, most - own);
      addAmounts(rows, site, measure);
      return;
    }
    rows.row(0, BinaryProgram.NO_UPPER).term(openOf[site], own - least);
    addAmounts(rows, site, measure);
    rows.row(BinaryProgram.NO_LOWER, 0).term(openOf[site], own - most);
    addAmounts(rows, site, measure);
  }

  /** The variable of a unit served by an open site, -1 when there is none. */
  int variable(int site, int unit) {
    return variableOf[site][unit];
  }

  /** Whether an open site is a home at the unit, which it serves in any case. */
  boolean isSettled(int site, int unit) {
    return openOf[site] < 0 && options.unitAt(site) == unit;
  }

  private void addAmounts(BinaryProgramBuilder rows, int site, int measure) {
    for (int k = 0; k < options.count(site); k++) {
      rows.term(firstOf[site] + k, problem.amount(measure, options.unit(site, k)));
    }
  }

  private void serveOnlyWhenOpen(BinaryProgramBuilder rows, int site) {
    for (int k = 0; k < options.count(site); k++) {
      rows.row(0, BinaryProgram.NO_UPPER).term(openOf[site], 1).term(firstOf[site] + k, -1);
    }
  }

  private void addRow(BinaryProgramBuilder rows, Cut cut) {
    rows.row(0, BinaryProgram.NO_UPPER).term(variableOf[cut.site()][cut.unit()], -1);
    for (int gate : cut.gates()) {
      rows.term(variableOf[cut.site()][gate], 1);
    }
  }

  /** The choice that a plan is, as far as it is among the options. */
  BitSet ones(DesignPlan plan) {
    int[] territoryOf = plan.alignment().toArray();
    BitSet ones = new BitSet();
    for (int site = 0; site < options.siteCount(); site++) {
      int territory = territoryAt(site, plan);
      if (territory < 0 || !options.isOpen(site)) {
        continue;
      }
      for (int unit = 0; unit < territoryOf.length; unit++) {
        if (territoryOf[unit] == territory && variableOf[site][unit] >= 0) {
          ones.set(variableOf[site][unit]);
        }
      }
    }
    return ones;
  }

  private int territoryAt(int site, DesignPlan plan) {
    if (site < options.homeCount()) {
      return options.territoryOf(site);
    }
    for (int t = 0; t < problem.territoryCount(); t++) {
      if (plan.centreOf(t) == options.unitAt(site)) {
        return t;
      }
    }
    return -1;
  }

  /** The site that serves each unit in a solution. */
  int[] siteOf(Solution solution) {
    int[] siteOf = new int[problem.unitCount()];
    Arrays.fill(siteOf, -1);
    for (int site = 0; site < options.siteCount(); site++) {
      if (!options.isOpen(site)) {
        continue;
      }
      if (site < options.homeCount() && options.unitAt(site) >= 0) {
        siteOf[options.unitAt(site)] = site;
      }
      for (int unit = 0; unit < siteOf.length; unit++) {
        if (variableOf[site][unit] >= 0 && solution.isOne(variableOf[site][unit])) {
          siteOf[unit] = site;
        }
      }
    }
    return siteOf;
  }

  /** The plan of served units; territories without a home are numbered in order of their sites. */
  int[] territoryOf(int[] siteOf) {
    int[] territoryAt = new int[options.siteCount()];
    int nextFree = 0;
    boolean[] used = new boolean[options.siteCount()];
    Arrays.stream(siteOf).forEach(site -> used[site] = true);
    for (int site = 0; site < territoryAt.length; site++) {
      if (site < options.homeCount()) {
        territoryAt[site] = options.territoryOf(site);
      } else if (used[site]) {
        territoryAt[site] = freeTerritory(nextFree++);
      }
    }
    return Arrays.stream(siteOf).map(site -> territoryAt[site]).toArray();
  }

  private int freeTerritory(int rank) {
    boolean[] home = new boolean[problem.territoryCount()];
    for (int site = 0; site < options.homeCount(); site++) {
      home[options.territoryOf(site)] = true;
    }
    int left = rank;
    for (int t = 0; t < home.length; t++) {
      if (!home[t] && left-- == 0) {
        return t;
      }
    }
    throw new IllegalStateException("More sites are open than territories are free.");
  }
}

package bailiwick.core.optimize.bound;

import bailiwick.core.design.DesignProblem;
import bailiwick.core.unit.UnitGraph;
import java.util.Arrays;

/**
 * Rules out options by contiguity: a centre can only serve units that it reaches through units it
 * may serve, and it is no centre when all it reaches is too little. O(edges) for each site.
 */
final class Reach {

  private final CentreOptions options;
  private final DesignProblem problem;
  private final UnitGraph graph;
  private final boolean[] mayServe; // [unit], of the site under work
  private final boolean[] reached; // [unit]
  private final int[] queue;

  Reach(CentreOptions options) {
    this.options = options;
    this.problem = options.problem();
    this.graph = problem.graph().orElseThrow();
    this.mayServe = new boolean[problem.unitCount()];
    this.reached = new boolean[problem.unitCount()];
    this.queue = new int[problem.unitCount()];
  }

  /** Rules out what cannot be reached, for every site. */
  void ruleOut() {
    for (int site = 0; site < options.siteCount(); site++) {
      if (options.isOpen(site) && options.unitAt(site) >= 0) {
        ruleOut(site);
      }
    }
  }

  private void ruleOut(int site) {
    Arrays.fill(mayServe, false);
    Arrays.fill(reached, false);
    for (int k = 0; k < options.count(site); k++) {
      mayServe[options.unit(site, k)] = true;
    }
    search(options.unitAt(site));
    int[] units = options.units(site);
    options.keepOnly(site, k -> reached[units[k]]);
    if (!holdsEnough(site)) {
      options.close(site);
    }
  }

  private void search(int start) {
    int head = 0;
    int tail = 0;
    queue[tail++] = start;
    reached[start] = true;
    while (head < tail) {
      int unit = queue[head++];
      for (int at = graph.first(unit); at < graph.end(unit); at++) {
        int other = graph.neighbourAt(at);
        if (mayServe[other] && !reached[other]) {
          reached[other] = true;
          queue[tail++] = other;
        }
      }
    }
  }

  private boolean holdsEnough(int site) {
    for (int m = 0; m < problem.measures().size(); m++) {
      long total = problem.amount(m, options.unitAt(site));
      for (int k = 0; k < options.count(site); k++) {
        total += problem.amount(m, options.unit(site, k));
      }
      if (total < options.lower(m, site)) {
        return false;
      }
    }
    return true;
  }
}

package bailiwick.core.optimize.finish;

import bailiwick.core.design.Centre;
import bailiwick.core.design.Companions;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.FieldDays;
import bailiwick.core.design.MoveBudget;
import bailiwick.core.design.Today;
import bailiwick.core.exact.BinaryProgram;
import bailiwick.core.exact.BinaryProgramBuilder;
import bailiwick.core.optimize.bound.CentreOptions;
import java.util.stream.IntStream;

/** Rows for what may change hands, and for units that must be together or apart. */
final class WishRows {

  private final CentreOptions options;
  private final CentreProgram program;
  private final DesignProblem problem;
  private final Companions companions;

  WishRows(CentreOptions options, CentreProgram program) {
    this.options = options;
    this.program = program;
    this.problem = options.problem();
    this.companions = problem.companions();
  }

  void addTo(BinaryProgramBuilder rows) {
    problem.budgets().forEach(budget -> limit(rows, budget));
    problem.limitedDays().ifPresent(days -> limit(rows, days));
    for (int site = 0; site < options.siteCount(); site++) {
      if (options.isOpen(site)) {
        keepFamilies(rows, site);
        keepApart(rows, site);
      }
    }
  }

  /** A site serves all of a family or none of it. */
  private void keepFamilies(BinaryProgramBuilder rows, int site) {
    for (int family = 0; family < companions.familyCount(); family++) {
      for (int k = 1; k < companions.familySize(family); k++) {
        int one = companions.member(family, k - 1);
        int other = companions.member(family, k);
        long settled = settled(site, other) - settled(site, one);
        rows.row(settled, settled);
        addTerm(rows, site, one, 1);
        addTerm(rows, site, other, -1);
      }
    }
  }

  /** A site serves one at most of units that must be apart. */
  private void keepApart(BinaryProgramBuilder rows, int site) {
    for (int group = 0; group < companions.apartCount(); group++) {
      long settled = 0;
      for (int k = 0; k < companions.apartSize(group); k++) {
        settled += settled(site, companions.apartUnit(group, k));
      }
      rows.row(BinaryProgram.NO_LOWER, 1 - settled);
      for (int k = 0; k < companions.apartSize(group); k++) {
        addTerm(rows, site, companions.apartUnit(group, k), 1);
      }
    }
  }

  private long settled(int site, int unit) {
    return program.isSettled(site, unit) ? 1 : 0;
  }

  private void addTerm(BinaryProgramBuilder rows, int site, int unit, long coefficient) {
    int variable = program.variable(site, unit);
    if (variable >= 0) {
      rows.term(variable, coefficient);
    }
  }

  /** A site serves no more than its territory has days for; those without a home are alike. */
  private void limit(BinaryProgramBuilder rows, FieldDays days) {
    for (int site = 0; site < options.siteCount(); site++) {
      if (options.isOpen(site)) {
        limit(rows, days, site);
      }
    }
  }

  private void limit(BinaryProgramBuilder rows, FieldDays days, int site) {
    boolean isHome = site < options.homeCount();
    int territory = isHome ? options.territoryOf(site) : firstFree();
    int own = options.unitAt(site);
    long left = days.most(territory) - (own < 0 ? 0 : days.at(own, territory));
    rows.row(BinaryProgram.NO_LOWER, isHome ? left : 0);
    if (!isHome) {
      addTerm(rows, site, own, -left);
    }
    for (int k = 0; k < options.count(site); k++) {
      int unit = options.unit(site, k);
      addTerm(rows, site, unit, days.at(unit, territory));
    }
  }

  private int firstFree() {
    return IntStream.range(0, problem.territoryCount())
        .filter(t -> problem.territories().get(t).centre() instanceof Centre.Free)
        .findFirst()
        .orElseThrow();
  }

  /** What changes hands at most; only asked where all sites are homes, whose names are known. */
  private void limit(BinaryProgramBuilder rows, MoveBudget budget) {
    Today today = problem.today().orElseThrow();
    long settled = 0; // what homes hold at their own place, which is no choice
    for (int site = 0; site < options.homeCount(); site++) {
      int own = options.unitAt(site);
      settled += own >= 0 ? counted(budget, today, own, options.territoryOf(site)) : 0;
    }
    rows.row(BinaryProgram.NO_LOWER, budget.most() - settled);
    for (int site = 0; site < options.homeCount(); site++) {
      for (int k = 0; k < options.count(site); k++) {
        int unit = options.unit(site, k);
        long amount = counted(budget, today, unit, options.territoryOf(site));
        if (amount > 0) {
          addTerm(rows, site, unit, amount);
        }
      }
    }
  }

  /** What a budget counts of a unit in a territory. */
  private long counted(MoveBudget budget, Today today, int unit, int territory) {
    int home = today.territoryOf(unit);
    if (home < 0 || home == territory) {
      return 0;
    }
    boolean counts =
        switch (budget) {
          case MoveBudget.InAll all -> true;
          case MoveBudget.Leaving leaving -> leaving.territory() == home;
          case MoveBudget.Entering entering -> entering.territory() == territory;
        };
    return counts ? problem.amount(budget.measure(), unit) : 0;
  }
}

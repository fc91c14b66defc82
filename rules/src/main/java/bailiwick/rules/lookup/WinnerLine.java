package bailiwick.rules.lookup;

import bailiwick.rules.space.Runs;

/**
 * Who wins along one column while the others stay as they are, by the rules that all others leave
 * open. Looks at one class, and tells how far around it nothing changes: the winner stays as long
 * as it holds and none of the rules before it begins to. Not thread-safe.
 */
final class WinnerLine {

  private final Column of;
  private final int column;
  private final int[] open;
  private final Residuals residuals;
  private final Standings standing;
  private int winner;
  private int start;
  private int end;
  private int winnerBefore; // of the stretch looked at before
  private int startBefore;
  private int endBefore;

  /**
   * A line that looks at no class yet.
   *
   * @param open the rules that may win, in winning order; what of them does not ask about the
   *     column holds
   * @param standing of a single subject
   */
  WinnerLine(Column of, int column, int[] open, Residuals residuals, Standings standing) {
    this.of = of;
    this.column = column;
    this.open = open;
    this.residuals = residuals;
    this.standing = standing;
  }

  /** How many rules may win. */
  int openCount() {
    return open.length;
  }

  /**
   * Looks at a class. O(rules up to the winner × log of their runs), O(1) within the last two
   * stretches: who walks outwards does so on both sides in turn.
   */
  void goTo(int at) {
    if (at < start || at >= end) {
      goBack();
    }
    if (at < start || at >= end) {
      look(at);
    }
  }

  /** To the stretch looked at before. */
  private void goBack() {
    int left = winner;
    int leftStart = start;
    int leftEnd = end;
    winner = winnerBefore;
    start = startBefore;
    end = endBefore;
    winnerBefore = left;
    startBefore = leftStart;
    endBefore = leftEnd;
  }

  private void look(int at) {
    winner = RuleLookup.NONE;
    start = 0;
    end = of.classes().count();
    for (int i = 0; i < open.length && winner == RuleLookup.NONE; i++) {
      winner = holds(open[i], at) ? open[i] : RuleLookup.NONE;
    }
  }

  /** Whether a rule holds in a class; leaves of the stretch around it where that is alike. */
  private boolean holds(int rule, int at) {
    if (!narrow(of.where(rule), at)) {
      return false; // and nowhere in the stretch, whatever else it asks
    }
    if (!residuals.ask(rule, column)) {
      return true;
    }
    Residual residual = residuals.get(rule);
    residual.forEachIn(column, classes -> narrow(classes, at));
    return standing.whileIn(column, at, () -> residual.holds(standing, 0));
  }

  /** Whether runs have a class; leaves of the stretch around it what is alike. */
  private boolean narrow(Runs runs, int at) {
    int place = runs.endsUpTo(at);
    if (place > 0) {
      start = Math.max(start, runs.end(place - 1));
    }
    if (place < runs.size()) {
      end = Math.min(end, runs.end(place));
    }
    return (place & 1) == 1;
  }

  /** Who wins in the class, {@link RuleLookup#NONE} for nobody. */
  int winner() {
    return winner;
  }

  /** The first class of the stretch around it in which the same rule wins. */
  int start() {
    return start;
  }

  /** What follows the last class of the stretch. */
  int end() {
    return end;
  }
}

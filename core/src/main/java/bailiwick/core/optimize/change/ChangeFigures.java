package bailiwick.core.optimize.change;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Succession;
import bailiwick.core.design.Today;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.unit.UnitGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What changes hands by a change: what has to, because its territory ends, and what does besides.
 * Units that are nobody's today change no hands. Immutable.
 *
 * @param hadTo what belongs to territories that end
 * @param besides what leaves a territory that goes on, or the one that was to get it
 * @param territories those that end, are new, gain or lose something; all others are untouched
 * @param untouched how many territories neither gain nor lose anything
 * @param inPieces those that should lie in one piece but did not today either, and may stay so
 */
public record ChangeFigures(
    Moved hadTo,
    Moved besides,
    List<TerritoryChange> territories,
    int untouched,
    List<TerritoryCode> inPieces) {

  public ChangeFigures {
    territories = List.copyOf(territories);
    inPieces = List.copyOf(inPieces);
  }

  /** What becomes of a territory. */
  public enum Fate {
    /** It goes on with other units. */
    CHANGED,
    /** It was not there before. */
    NEW,
    /** It ends. */
    ENDED;

    /** The word for it in reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Some units.
   *
   * @param units how many
   * @param amounts {@code [measure]} in the problem's order, fixed-point
   */
  public record Moved(int units, List<Long> amounts) {
    public Moved {
      amounts = List.copyOf(amounts);
    }
  }

  /** What a territory gains and loses against today. */
  public record TerritoryChange(TerritoryCode code, Fate fate, Moved gains, Moved loses) {}

  /**
   * The figures of a plan.
   *
   * @param before today's problem
   * @param after the problem of the territories that follow
   * @param plan of those
   */
  static ChangeFigures of(
      DesignProblem before, DesignProblem after, Succession succession, DesignPlan plan) {
    Count hadTo = new Count(before);
    Count besides = new Count(before);
    Count[] gains = counts(before, after.territoryCount());
    Count[] loses = counts(before, before.territoryCount());
    Today today = before.today().orElseThrow();
    for (int unit = 0; unit < before.unitCount(); unit++) {
      int old = today.territoryOf(unit);
      if (old < 0) {
        continue;
      }
      int now = plan.alignment().territoryOf(unit);
      int heir = succession.heirOf(old);
      boolean ends = heir < 0 || !isSame(before, old, after, heir);
      if (ends) {
        hadTo.add(unit);
      }
      if (heir >= 0 && now != heir) {
        besides.add(unit);
      }
      if (ends || now != heir) {
        gains[now].add(unit);
        loses[old].add(unit);
      }
    }
    return told(before, after, succession, hadTo, besides, gains, loses)
        .with(inPieces(before, after, succession, plan));
  }

  private ChangeFigures with(List<TerritoryCode> lyingInPieces) {
    return new ChangeFigures(hadTo, besides, territories, untouched, lyingInPieces);
  }

  private static List<TerritoryCode> inPieces(
      DesignProblem before, DesignProblem after, Succession succession, DesignPlan plan) {
    if (!before.contiguous()) {
      return List.of();
    }
    UnitGraph graph = before.graph().orElseThrow();
    Today today = before.today().orElseThrow();
    int[] todays = IntStream.range(0, before.unitCount()).map(today::territoryOf).toArray();
    int[] then = Contiguity.pieceCounts(graph, todays, before.territoryCount());
    int[] pieces =
        Contiguity.pieceCounts(graph, plan.alignment().toArray(), after.territoryCount());
    return IntStream.range(0, pieces.length)
        .filter(t -> pieces[t] > 1 && succession.originOf(t) != Succession.NONE)
        .filter(t -> then[succession.originOf(t)] > 1)
        .mapToObj(t -> after.territories().get(t).code())
        .toList();
  }

  private static ChangeFigures told(
      DesignProblem before,
      DesignProblem after,
      Succession succession,
      Count hadTo,
      Count besides,
      Count[] gains,
      Count[] loses) {
    List<TerritoryChange> changes = new ArrayList<>();
    int untouched = 0;
    Moved nothing = new Count(before).moved();
    for (int t = 0; t < gains.length; t++) {
      int origin = succession.originOf(t);
      boolean isNew = origin < 0 || !isSame(before, origin, after, t);
      Moved lost = isNew ? nothing : loses[origin].moved();
      Moved gained = gains[t].moved();
      if (isNew || gained.units() + lost.units() > 0) {
        Fate fate = isNew ? Fate.NEW : Fate.CHANGED;
        changes.add(new TerritoryChange(after.territories().get(t).code(), fate, gained, lost));
      } else {
        untouched++;
      }
    }
    for (int old = 0; old < loses.length; old++) {
      int heir = succession.heirOf(old);
      if (heir < 0 || !isSame(before, old, after, heir)) {
        TerritoryCode code = before.territories().get(old).code();
        changes.add(new TerritoryChange(code, Fate.ENDED, nothing, loses[old].moved()));
      }
    }
    return new ChangeFigures(hadTo.moved(), besides.moved(), changes, untouched, List.of());
  }

  private static boolean isSame(DesignProblem before, int old, DesignProblem after, int now) {
    return before.territories().get(old).code().equals(after.territories().get(now).code());
  }

  private static Count[] counts(DesignProblem problem, int count) {
    Count[] counts = new Count[count];
    Arrays.setAll(counts, t -> new Count(problem));
    return counts;
  }

  /** Units and their amounts, summed up. */
  private static final class Count {

    private final DesignProblem problem;
    private final long[] amounts;
    private int units;

    Count(DesignProblem problem) {
      this.problem = problem;
      this.amounts = new long[problem.measures().size()];
    }

    void add(int unit) {
      units++;
      for (int m = 0; m < amounts.length; m++) {
        amounts[m] += problem.amount(m, unit);
      }
    }

    Moved moved() {
      return new Moved(units, Arrays.stream(amounts).boxed().toList());
    }
  }
}

package bailiwick.core.optimize.bound;

import bailiwick.core.optimize.objective.UnitCosts;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the payments at which {@link CentreRelaxation} is worth most, and rules options out on
 * the way. Strides towards a known ceiling at first, then walks with a {@link Bundle}. Not
 * thread-safe.
 *
 * <p>Sources: the strides are B. T. Polyak's, with the memory of P. M. Camerini, L. Fratta, F.
 * Maffioli, *On improving relaxation methods by modified gradient techniques*, Mathematical
 * Programming Study 1975. Options are ruled out by reduced costs, as in Validi and others 2022.
 */
final class CentreBound {

  /** What all units pay at first, as a part of the ceiling: too much, so that deals are wanted. */
  private static final double FIRST_PAY = 2;

  /** Part of the former direction that a stride keeps. */
  private static final double MEMORY = 0.5;

  /** Strides without a clearly better bound after which to walk. */
  private static final int PATIENCE = 15;

  /** Part of the gap that is a clear improvement of a stride. */
  private static final double CLEARLY = 1e-4;

  /** Length of the first step with the bundle, as a part of a stride. */
  private static final double FIRST_STEP = 0.1;

  /** Part of what a step promises that it must keep to be taken. */
  private static final double KEPT = 0.1;

  /** Steps after which another length is tried, and how much longer or shorter that is. */
  private static final int STEPS_PER_LENGTH = 20;

  private static final double LENGTH_FACTOR = 2;

  /** Part of the last gain at the former length that a length must reach to go on that way. */
  private static final double GOING_WELL = 0.8;

  private static final int STEPS_PER_RULING = 10;

  /** Steps in which at least so much of the gap must be closed to go on. */
  private static final int STEPS_PER_LOOK = 100;

  private static final double WORTHWHILE = 2e-3;

  /** Part of the ceiling below which a promise is none. */
  private static final double NO_PROMISE = 1e-9;

  /** Relative distance from the ceiling that rounding may explain. */
  private static final double ROUNDING = 1e-9;

  private final CentreRelaxation relaxation;
  private final @Nullable Reach reach; // null when territories need not be one piece, or where
  // units may be served in ways that are left aside
  private final double ceiling;
  private final long work;
  private final BooleanSupplier stop;
  private final double[] bestPay; // [unit]
  private double best = Double.NEGATIVE_INFINITY;
  private boolean stopped;

  /**
   * A bound for the plans below a ceiling.
   *
   * @param ceiling the objective of a plan that is known
   * @param work options to look at
   * @param threads that may work at once; the bound does not depend on it
   * @param stop asked at each step; the bound found so far is kept
   */
  CentreBound(
      CentreOptions options,
      UnitCosts costs,
      double ceiling,
      long work,
      int threads,
      BooleanSupplier stop) {
    this.relaxation = new CentreRelaxation(options, threads);
    boolean isReachKnown = options.problem().contiguous() && options.wereAll();
    this.reach = isReachKnown ? new Reach(options) : null;
    this.ceiling = ceiling;
    this.work = work;
    this.stop = stop;
    this.bestPay = new double[costs.unitCount()];
    payByWeight(costs);
  }

  private void payByWeight(UnitCosts costs) {
    double[] pay = relaxation.pay();
    double weight = 0;
    for (int unit = 0; unit < pay.length; unit++) {
      weight += costs.weight(unit);
    }
    for (int unit = 0; unit < pay.length && weight > 0; unit++) {
      pay[unit] = FIRST_PAY * ceiling * costs.weight(unit) / weight;
    }
  }

  /**
   * The best bound found; the ceiling when no plan can be better, and minus infinity when the stop
   * came before anything was worked out.
   */
  double find() {
    stride();
    if (!isReached() && !stopped) {
      walk();
    }
    if (!stopped) {
      lookOnceMore();
    }
    return Math.min(best, ceiling);
  }

  /** Rules out by the best payments, and sees what that adds. */
  private void lookOnceMore() {
    goBack();
    ruleOut();
    if (!isReached()) {
      keep(relaxation.evaluate());
    }
  }

  /** Options looked at so far. */
  long scanned() {
    return relaxation.scanned();
  }

  private boolean isReached() {
    return best >= ceiling - ROUNDING * Math.abs(ceiling);
  }

  private boolean isOver() {
    stopped = stopped || stop.getAsBoolean();
    return stopped || isReached() || relaxation.scanned() >= work;
  }

  private void keep(double value) {
    if (value > best) {
      best = value;
      System.arraycopy(relaxation.pay(), 0, bestPay, 0, bestPay.length);
    }
  }

  private void goBack() {
    System.arraycopy(bestPay, 0, relaxation.pay(), 0, bestPay.length);
    relaxation.evaluate();
  }

  private void ruleOut() {
    relaxation.ruleOut(ceiling - ROUNDING * Math.abs(ceiling));
    if (reach != null) {
      reach.ruleOut();
    }
  }

  /** Long steps that come near soon and then no further. */
  private void stride() {
    double[] direction = new double[bestPay.length];
    int waited = 0;
    for (int step = 1; waited <= PATIENCE && !isOver(); step++) {
      double value = relaxation.evaluate();
      waited = value > best + CLEARLY * (ceiling - best) ? 0 : waited + 1;
      keep(value);
      if (step % STEPS_PER_RULING == 0) {
        ruleOut();
      }
      for (int unit = 0; unit < direction.length; unit++) {
        direction[unit] = MEMORY * direction[unit] + relaxation.unserved()[unit];
      }
      double square = Bundle.dot(direction, direction);
      if (square == 0) {
        return;
      }
      go(relaxation.pay(), direction, (ceiling - value) / square);
    }
  }

  private void go(double[] from, double[] direction, double length) {
    double[] pay = relaxation.pay();
    for (int unit = 0; unit < pay.length; unit++) {
      pay[unit] = from[unit] + length * direction[unit];
    }
  }

  /** Steps from the best payments in the direction that all slopes seen promise most of. */
  private void walk() {
    goBack();
    best = relaxation.value();
    double[] slope = relaxation.unserved();
    Bundle bundle = new Bundle(bestPay.length);
    bundle.add(slope, 0);
    double square = Bundle.dot(slope, slope);
    StepLength length =
        new StepLength(FIRST_STEP * (ceiling - best) / Math.max(square, NO_PROMISE), best);
    double looked = best;
    for (int step = 1; !isOver() && step(bundle, length.value()); step++) {
      if (step % STEPS_PER_RULING == 0) {
        ruleOut();
      }
      if (step % STEPS_PER_LENGTH == 0) {
        length.adapt(best);
      }
      if (step % STEPS_PER_LOOK == 0) {
        if (best - looked < WORTHWHILE * (ceiling - best)) {
          return;
        }
        looked = best;
      }
    }
  }

  /** One step; false when nothing is promised any more. */
  private boolean step(Bundle bundle, double length) {
    double[] direction = bundle.mix(length);
    double promised = length * bundle.mixedSquare() + bundle.mixedError();
    if (promised <= NO_PROMISE * Math.abs(ceiling)) {
      return false;
    }
    go(bestPay, direction, length);
    double gain = relaxation.evaluate() - best;
    double[] slope = relaxation.unserved();
    if (gain >= KEPT * promised) {
      bundle.moved(direction, length, gain);
      bundle.add(slope, 0);
      keep(best + gain);
    } else {
      bundle.add(slope, gain - length * Bundle.dot(slope, direction));
    }
    return true;
  }

  /** The length of steps, longer or shorter as either has gone better lately. */
  private static final class StepLength {

    private double value;
    private double factor = LENGTH_FACTOR;
    private double start;
    private double gained = Double.NaN;

    StepLength(double value, double start) {
      this.value = value;
      this.start = start;
    }

    double value() {
      return value;
    }

    void adapt(double best) {
      double now = best - start;
      if (now < GOING_WELL * gained) {
        factor = 1 / factor;
      }
      gained = now;
      start = best;
      value *= factor;
    }
  }
}

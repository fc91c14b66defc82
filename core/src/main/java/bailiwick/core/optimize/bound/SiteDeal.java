package bailiwick.core.optimize.bound;

/**
 * The cheapest deal for one centre when every unit pays for being served: which units it takes so
 * that its limits hold, parts of units allowed. Limits are priced; the best price of each is found
 * exactly with the others given, so that any outcome is a valid bound. Not thread-safe; one for
 * each thread, prices are shared but each site's are only touched by who works on the site.
 *
 * <p>Source: the price of a continuous knapsack by selecting among the ratios, in O(options), after
 * E. Balas, E. Zemel, *An algorithm for large zero-one knapsack problems*, Operations Research
 * 1980.
 */
final class SiteDeal {

  /** Parts of the mean total below which a fraction of a unit is rounding. */
  private static final double ROUNDING = 1e-12;

  /** How often the prices of several measures are found anew, each with the others given. */
  private static final int ROUNDS = 5;

  private final CentreOptions options;
  private final LimitedAmounts amounts;
  private final double[] reduced; // [k] -> what option k adds to the deal at its prices
  private final int[] order; // scratch: options in the selection
  private final double[] ratio; // scratch: price at which they drop out
  private int critical; // the option taken in part, or -1
  private double value; // with parts of units allowed
  private final WholeDeal whole;
  private boolean isWhole; // whether the deal found last takes units whole
  private double wholeValue; // what it then costs

  SiteDeal(CentreOptions options, LimitedAmounts amounts) {
    int n = options.problem().unitCount();
    this.options = options;
    this.amounts = amounts;
    this.reduced = new double[n];
    this.order = new int[n];
    this.ratio = new double[n];
    this.whole = new WholeDeal(n);
  }

  /**
   * Works out the deal of a site.
   *
   * @param pay {@code [unit]} what each unit pays for being served
   * @return what the deal costs, payments taken off; infinite when no deal keeps the limits
   */
  double find(int site, double[] pay) {
    critical = -1;
    isWhole = false;
    int rounds = amounts.count > 1 ? ROUNDS : 1;
    for (int round = 0; round < rounds; round++) {
      for (int k = 0; k < amounts.count; k++) {
        reduce(site, pay, k);
        if (!setPrice(site, k)) {
          value = Double.POSITIVE_INFINITY;
          return value;
        }
      }
    }
    if (amounts.count == 0) {
      reduce(site, pay, -1);
    }
    sumUp(site, pay);
    return value;
  }

  /**
   * Works out the deal of a site with whole units, which costs more; where that is not possible or
   * takes too long, the one with parts.
   */
  double findWhole(int site, double[] pay) {
    double inParts = find(site, pay);
    if (critical < 0 || !amounts.areOnlyUpper(site)) {
      return inParts;
    }
    int[] units = options.units(site);
    double[] costs = options.costs(site);
    whole.clear();
    for (int e = 0; e < options.count(site); e++) {
      double gain = pay[units[e]] - costs[e];
      if (gain > 0) {
        whole.add(e, gain, options.problem().amount(amounts.measure[0], units[e]));
      }
    }
    int own = options.unitAt(site);
    long taken = own < 0 ? 0 : options.problem().amount(amounts.measure[0], own);
    isWhole = whole.solve(options.upper(amounts.measure[0], site) - taken);
    if (!isWhole) {
      return inParts;
    }
    double itself = own < 0 ? 0 : options.ownCost(site) - pay[own];
    wholeValue = Math.max(inParts, itself - whole.gain());
    return wholeValue;
  }

  /** What each option adds at all prices but one. */
  private void reduce(int site, double[] pay, int without) {
    int[] units = options.units(site);
    double[] costs = options.costs(site);
    int count = options.count(site);
    for (int e = 0; e < count; e++) {
      reduced[e] = costs[e] - pay[units[e]];
    }
    for (int k = 0; k < amounts.count; k++) {
      if (k != without) {
        add(amounts.price[k][site], amounts.of[k], units, count);
      }
    }
  }

  private void add(double price, double[] amount, int[] units, int count) {
    if (price == 0) {
      return;
    }
    for (int e = 0; e < count; e++) {
      reduced[e] += price * amount[units[e]];
    }
  }

  /** Finds the best price of a measure's limits; false when the least cannot be reached. */
  private boolean setPrice(int site, int k) {
    double[] amount = amounts.of[k];
    int[] units = options.units(site);
    int count = options.count(site);
    double own = ownAmount(site, k);
    double load = own;
    for (int e = 0; e < count; e++) {
      if (reduced[e] < 0) {
        load += amount[units[e]];
      }
    }
    critical = -1;
    double price = 0;
    if (load > amounts.upper[k][site]) {
      int at = select(true, site, amount, amounts.upper[k][site] - own);
      price = at < 0 ? 0 : ratio[at];
      critical = at < 0 ? -1 : order[at];
    } else if (load < amounts.lower[k][site] - ROUNDING) {
      int at = select(false, site, amount, amounts.lower[k][site] - load);
      if (at < 0) {
        return false;
      }
      price = ratio[at];
      critical = order[at];
    }
    amounts.price[k][site] = price;
    return true;
  }

  private double ownAmount(int site, int k) {
    int unit = options.unitAt(site);
    return unit < 0 ? 0 : amounts.of[k][unit];
  }

  /**
   * Takes options in falling order of the price at which they drop out.
   *
   * @param wanted whether among the options that pay for themselves, or among the others
   * @param room amount after which to stop
   * @return position in {@link #order} of the option that reaches the room; -1 when none does
   */
  private int select(boolean wanted, int site, double[] amount, double room) {
    int[] units = options.units(site);
    int count = options.count(site);
    int b = 0;
    for (int e = 0; e < count; e++) {
      double weight = amount[units[e]];
      if (weight > 0 && reduced[e] < 0 == wanted) {
        order[b] = e;
        ratio[b++] = -reduced[e] / weight;
      }
    }
    int a = 0;
    double used = 0;
    while (a < b) {
      double pivot = middle(ratio[a], ratio[(a + b) >>> 1], ratio[b - 1]);
      int above = a;
      int below = b;
      double weightAbove = 0;
      double weightAt = 0;
      int i = a;
      while (i < below) {
        double weight = amount[units[order[i]]];
        if (ratio[i] > pivot) {
          weightAbove += weight;
          swap(i++, above++);
        } else if (ratio[i] < pivot) {
          swap(i, --below);
        } else {
          weightAt += weight;
          i++;
        }
      }
      if (used + weightAbove >= room && above > a) {
        b = above;
      } else if (used + weightAbove + weightAt >= room) {
        return firstToReach(above, below, units, amount, room - used - weightAbove);
      } else {
        used += weightAbove + weightAt;
        a = below;
      }
    }
    return -1;
  }

  private int firstToReach(int from, int to, int[] units, double[] amount, double room) {
    double left = room;
    for (int at = from; at < to; at++) {
      left -= amount[units[order[at]]];
      if (left <= 0) {
        return at;
      }
    }
    return to - 1;
  }

  private static double middle(double x, double y, double z) {
    return Math.max(Math.min(x, y), Math.min(Math.max(x, y), z));
  }

  private void swap(int a, int b) {
    double keptRatio = ratio[a];
    ratio[a] = ratio[b];
    ratio[b] = keptRatio;
    int keptOrder = order[a];
    order[a] = order[b];
    order[b] = keptOrder;
  }

  private void sumUp(int site, double[] pay) {
    int unit = options.unitAt(site);
    double sum = unit < 0 ? 0 : options.ownCost(site) - pay[unit];
    for (int k = 0; k < amounts.count; k++) {
      double price = amounts.price[k][site];
      double limit = price > 0 ? amounts.upper[k][site] : amounts.lower[k][site];
      sum += price * (ownAmount(site, k) - limit);
    }
    int count = options.count(site);
    if (amounts.count > 0) {
      int last = amounts.count - 1;
      add(amounts.price[last][site], amounts.of[last], options.units(site), count);
    }
    for (int e = 0; e < count; e++) {
      if (reduced[e] < 0) {
        sum += reduced[e];
      }
    }
    value = sum;
  }

  /**
   * What the deal found last would cost more if it had to take option k; 0 when it does take it.
   */
  double extraFor(int k) {
    return Math.max(0, isWhole ? reduced[k] - (wholeValue - value) : reduced[k]);
  }

  /** Takes what the deal found last serves off from what each unit still wants. */
  void serve(int site, double[] wanted) {
    int unit = options.unitAt(site);
    if (unit >= 0) {
      wanted[unit] -= 1;
    }
    int[] units = options.units(site);
    if (isWhole) {
      for (int rank = 0; rank < whole.count(); rank++) {
        wanted[units[whole.option(rank)]] -= whole.takes(rank) ? 1 : 0;
      }
      return;
    }
    int last = amounts.count - 1;
    double load = last < 0 ? 0 : ownAmount(site, last);
    for (int e = 0; e < options.count(site); e++) {
      if (e != critical && reduced[e] < 0) {
        wanted[units[e]] -= 1;
        load += last < 0 ? 0 : amounts.of[last][units[e]];
      }
    }
    if (critical >= 0) {
      double limit =
          amounts.price[last][site] > 0 ? amounts.upper[last][site] : amounts.lower[last][site];
      double part = (limit - load) / amounts.of[last][units[critical]];
      wanted[units[critical]] -= Math.clamp(part, 0, 1);
    }
  }
}

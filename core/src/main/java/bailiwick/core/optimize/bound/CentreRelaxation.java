package bailiwick.core.optimize.bound;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The relaxation in which units pay for being served and no longer have to be served exactly once:
 * each centre then makes its own cheapest deal, and the cheapest deals are opened. Whatever the
 * units pay, the value is a lower bound for every plan that {@link CentreOptions} leaves. A unit
 * that pays more than any way costs that is left aside goes that way. Not thread-safe.
 *
 * <p>Sources: the model is that of S. W. Hess and others, *Nonpartisan political redistricting by
 * computer*, Operations Research 1965; relaxed as by H. Validi, A. Buchanan, E. Lykhovyd, *Imposing
 * contiguity constraints in political districting models*, Operations Research 2022, but with the
 * limits kept inside the deals, so that there is one payment for each unit and nothing else to
 * find.
 */
final class CentreRelaxation {

  private final CentreOptions options;
  private final SiteDeal[] deals; // one for each thread
  private final double[] pay; // [unit]
  private final double[] deal; // [site] -> cost of its deal, infinite when closed
  private final boolean[] opened; // [site] -> whether its deal is among the cheapest
  private final double[]
      unserved; // [unit] -> 1 less the times it is served: the slope of the value
  private double dearestOpened;
  private double value;
  private long scanned;

  /**
   * A relaxation where nobody pays anything yet.
   *
   * @param threads that may work at once; the value does not depend on it
   */
  CentreRelaxation(CentreOptions options, int threads) {
    int n = options.problem().unitCount();
    this.options = options;
    LimitedAmounts amounts = new LimitedAmounts(options);
    this.deals = new SiteDeal[threads];
    Arrays.setAll(deals, k -> new SiteDeal(options, amounts));
    this.pay = new double[n];
    this.deal = new double[options.siteCount()];
    this.opened = new boolean[options.siteCount()];
    this.unserved = new double[n];
  }

  /** What each unit pays; to be changed between evaluations. */
  double[] pay() {
    return pay;
  }

  /** The slope of the value found last: how much more each unit should be served. */
  double[] unserved() {
    return unserved;
  }

  /** The value found last. */
  double value() {
    return value;
  }

  /** Options looked at so far. */
  long scanned() {
    return scanned;
  }

  /** The lower bound at the present payments; infinite when the options leave no plan. */
  double evaluate() {
    eachSite((worker, site) ->
        deal[site] = options.isOpen(site) ? worker.find(site, pay) : Double.POSITIVE_INFINITY);
    makeCheapestWhole();
    value = open();
    for (int unit = 0; unit < unserved.length; unit++) {
      unserved[unit] = pay[unit] > options.besides(unit) ? 0 : 1;
    }
    if (value < Double.POSITIVE_INFINITY) {
      for (int site = 0; site < opened.length; site++) {
        if (opened[site]) {
          deals[0].findWhole(site, pay);
          deals[0].serve(site, unserved);
        }
      }
    }
    scanned += options.size();
    return value;
  }

  /** Works out with whole units the deals that may be opened: deals only get dearer by it. */
  private void makeCheapestWhole() {
    for (int site = 0; site < options.homeCount(); site++) {
      deal[site] = deals[0].findWhole(site, pay);
    }
    int wanted = options.freeTerritoryCount();
    if (wanted == 0) {
      return;
    }
    PriorityQueue<Double> cheapest = new PriorityQueue<>(Comparator.reverseOrder());
    for (int site : byDeal()) {
      if (cheapest.size() == wanted && deal[site] >= cheapest.element()) {
        return;
      }
      deal[site] = deals[0].findWhole(site, pay);
      cheapest.add(deal[site]);
      if (cheapest.size() > wanted) {
        cheapest.remove();
      }
    }
  }

  private int[] byDeal() {
    return IntStream.range(options.homeCount(), deal.length)
        .filter(options::isOpen)
        .boxed()
        .sorted(Comparator.comparingDouble(site -> deal[site]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @FunctionalInterface
  private interface SiteTask {
    void run(SiteDeal worker, int site);
  }

  /** Sites are dealt out in turns, since their work is about alike. */
  private void eachSite(SiteTask task) {
    int workers = deals.length;
    if (workers == 1) {
      for (int site = 0; site < deal.length; site++) {
        task.run(deals[0], site);
      }
      return;
    }
    IntStream.range(0, workers)
        .parallel()
        .forEach(worker -> {
          for (int site = worker; site < deal.length; site += workers) {
            task.run(deals[worker], site);
          }
        });
  }

  /** Opens all homes and the cheapest other sites. */
  private double open() {
    Arrays.fill(opened, false);
    double sum = 0;
    for (int unit = 0; unit < pay.length; unit++) {
      sum += Math.min(pay[unit], options.besides(unit));
    }
    for (int site = 0; site < options.homeCount(); site++) {
      opened[site] = true;
      sum += deal[site];
    }
    return sum + openCheapest(options.freeTerritoryCount());
  }

  private double openCheapest(int count) {
    double[] sorted = Arrays.copyOfRange(deal, options.homeCount(), deal.length);
    Arrays.sort(sorted);
    if (count == 0 || sorted.length < count) {
      dearestOpened = Double.NEGATIVE_INFINITY;
      return count == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    dearestOpened = sorted[count - 1];
    double sum = 0;
    int left = count;
    for (int site = options.homeCount(); site < deal.length; site++) {
      if (deal[site] < dearestOpened) {
        opened[site] = true;
        sum += deal[site];
        left--;
      }
    }
    for (int site = options.homeCount(); site < deal.length && left > 0; site++) {
      if (deal[site] == dearestOpened) {
        opened[site] = true;
        sum += deal[site];
        left--;
      }
    }
    return sum;
  }

  /**
   * Rules out every option that no plan below a ceiling can use, by the value found last: forcing a
   * centre in pushes the dearest one out, and forcing a unit into a deal costs what it does not
   * pay.
   */
  void ruleOut(double ceiling) {
    for (int site = 0; site < deal.length; site++) {
      if (!options.isOpen(site)) {
        continue;
      }
      double base = opened[site] ? value : value + deal[site] - dearestOpened;
      if (!(base < ceiling)) {
        options.close(site);
      } else {
        deals[0].findWhole(site, pay);
        options.keepOnly(site, k -> base + deals[0].extraFor(k) < ceiling);
      }
    }
  }
}

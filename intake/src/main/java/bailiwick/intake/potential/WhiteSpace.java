package bailiwick.intake.potential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What the market holds beside one's own customers, area by area. Immutable; made by {@link #of}.
 *
 * <p>An area's own figure goes before the sum of those of areas below it, so that a county and its
 * postcodes are never counted both. What is known only of larger areas than are asked for is told
 * apart: nothing says how it is spread.
 *
 * @param rows areas with a market or with business of one's own, the largest white space first
 * @param undivided hundredths of the market known only of areas larger than those of the rows
 * @param unplaced business of one's own in no area of this size
 */
public record WhiteSpace(List<Row> rows, long undivided, OwnBusiness unplaced) {

  /**
   * An area.
   *
   * @param area its node in the geography tree
   * @param market hundredths of the measure, 0 or more
   * @param own hundredths of the figure that stands against it
   * @param business all that is there of one's own
   */
  public record Row(String area, long market, long own, OwnBusiness business) {

    /** One's own part of the market, above 1 where more is sold than is said to be there. */
    public OptionalDouble share() {
      return market == 0 ? OptionalDouble.empty() : OptionalDouble.of(own / (double) market);
    }

    /** Hundredths of the market that others have, or nobody; 0 or more, at most the market. */
    public long open() {
      return Math.min(market, Math.max(0, market - own));
    }
  }

  public WhiteSpace {
    rows = List.copyOf(rows);
  }

  /**
   * Sets the market against one's own business.
   *
   * @param market hundredths of a measure by node of the geography tree, such as {@code
   *     US/IL/17031}, each 0 or more
   * @param business what one has of one's own, by node
   * @param size of the areas to tell
   * @param figure what stands against the measure
   */
  public static WhiteSpace of(
      Map<String, Long> market,
      Map<String, OwnBusiness> business,
      AreaSize size,
      OwnFigure figure) {
    Map<String, Long> sums = sums(market);
    Map<String, OwnBusiness> own = new TreeMap<>();
    OwnBusiness unplaced = OwnBusiness.NONE;
    for (Map.Entry<String, OwnBusiness> entry : new TreeMap<>(business).entrySet()) {
      String area = cut(entry.getKey(), size.depth());
      if (area.isEmpty()) {
        unplaced = unplaced.plus(entry.getValue());
      } else {
        own.merge(area, entry.getValue(), OwnBusiness::plus);
      }
    }
    sums.keySet().stream()
        .filter(area -> depth(area) == size.depth())
        .forEach(area -> own.putIfAbsent(area, OwnBusiness.NONE));
    List<Row> rows = new ArrayList<>();
    own.forEach((area, there) ->
        rows.add(new Row(area, sums.getOrDefault(area, 0L), figure.hundredthsOf(there), there)));
    rows.sort(Comparator.comparingLong(Row::open).reversed().thenComparing(Row::area));
    return new WhiteSpace(rows, undivided(sums, size), unplaced);
  }

  /** Each area's own figure, or the sum of those below it. O(figures × depth). */
  private static Map<String, Long> sums(Map<String, Long> market) {
    Map<String, Long> sums = new HashMap<>();
    Map<String, Long> below = new HashMap<>(); // area -> sum of its parts
    for (int depth = AreaSize.DEEPEST; depth >= 1; depth--) {
      int level = depth;
      Map<String, Long> here = new HashMap<>(below);
      market.forEach((area, amount) -> {
        if (depth(area) == level) {
          here.put(area, amount);
        }
      });
      sums.putAll(here);
      below = new HashMap<>();
      for (Map.Entry<String, Long> entry : here.entrySet()) {
        if (level > 1) {
          below.merge(cut(entry.getKey(), level - 1), entry.getValue(), Long::sum);
        }
      }
    }
    return sums;
  }

  /** What the whole has and its parts of the size asked for have not. */
  private static long undivided(Map<String, Long> sums, AreaSize size) {
    long whole = total(sums, 1);
    return Math.max(0, whole - total(sums, size.depth()));
  }

  private static long total(Map<String, Long> sums, int depth) {
    return sums.entrySet().stream()
        .filter(entry -> depth(entry.getKey()) == depth)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static int depth(String area) {
    return area.isEmpty() ? 0 : 1 + (int) area.chars().filter(c -> c == '/').count();
  }

  /** The node that many steps below the top, empty when the path is shorter. */
  private static String cut(String area, int depth) {
    int end = -1;
    for (int step = 0; step < depth; step++) {
      int next = area.indexOf('/', end + 1);
      end = next < 0 ? area.length() : next;
      if (next < 0 && step < depth - 1) {
        return "";
      }
    }
    return area.substring(0, Math.max(end, 0));
  }

  /**
   * The sum of all rows; its area is empty. Own business where the market is not known stands
   * against no market and does not count.
   */
  public Row total() {
    long market = rows.stream().mapToLong(Row::market).sum();
    long own = rows.stream().filter(row -> row.market() > 0).mapToLong(Row::own).sum();
    OwnBusiness business =
        rows.stream().map(Row::business).reduce(OwnBusiness.NONE, OwnBusiness::plus);
    return new Row("", market, own, business);
  }
}

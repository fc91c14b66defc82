package bailiwick.server.market;

import bailiwick.intake.potential.WhiteSpace;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** What areas are sorted by. */
enum MarketOrder {
  /** White space, the largest first. */
  OPEN(Comparator.comparingLong(WhiteSpace.Row::open).reversed()),
  /** Market, the largest first. */
  MARKET(Comparator.comparingLong(WhiteSpace.Row::market).reversed()),
  /** One's own part, the largest first. */
  OWN(Comparator.comparingLong(WhiteSpace.Row::own).reversed()),
  /** Market share, the smallest first; areas without a market come last. */
  SHARE(Comparator.comparingDouble(row -> row.share().orElse(Double.POSITIVE_INFINITY))),
  /** Customers, the most first. */
  CUSTOMERS(
      Comparator.comparingLong((WhiteSpace.Row row) -> row.business().customers()).reversed()),
  /** Prospects, the most first. */
  PROSPECTS(
      Comparator.comparingLong((WhiteSpace.Row row) -> row.business().prospects()).reversed()),
  /** Path in the geography tree. */
  AREA(Comparator.comparing(WhiteSpace.Row::area));

  private final Comparator<WhiteSpace.Row> comparator;

  MarketOrder(Comparator<WhiteSpace.Row> comparator) {
    this.comparator = comparator.thenComparing(WhiteSpace.Row::area);
  }

  /** In this order; equals by their path. */
  Comparator<WhiteSpace.Row> comparator() {
    return comparator;
  }

  /** The order of a word, such as {@code share}; empty when there is none. */
  static Optional<MarketOrder> findByWord(String word) {
    return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(word)).findFirst();
  }
}

package bailiwick.server.market;

import bailiwick.intake.potential.WhiteSpace;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** What areas are sorted by. */
enum MarketOrder {
  /** White space, the largest first. */
  OPEN,
  /** Market, the largest first. */
  MARKET,
  /** One's own part, the largest first. */
  OWN,
  /** Market share, the smallest first; areas without a market come last. */
  SHARE,
  /** Customers, the most first. */
  CUSTOMERS,
  /** Prospects, the most first. */
  PROSPECTS,
  /** Path in the geography tree. */
  AREA;

  /** In this order; equals by their path. */
  Comparator<WhiteSpace.Row> comparator() {
    return byFigure().thenComparing(WhiteSpace.Row::area);
  }

  private Comparator<WhiteSpace.Row> byFigure() {
    return switch (this) {
      case OPEN -> Comparator.comparingLong(WhiteSpace.Row::open).reversed();
      case MARKET -> Comparator.comparingLong(WhiteSpace.Row::market).reversed();
      case OWN -> Comparator.comparingLong(WhiteSpace.Row::own).reversed();
      case SHARE -> Comparator.comparingDouble(row -> row.share().orElse(Double.POSITIVE_INFINITY));
      case CUSTOMERS ->
          Comparator.comparingLong((WhiteSpace.Row row) -> row.business().customers()).reversed();
      case PROSPECTS ->
          Comparator.comparingLong((WhiteSpace.Row row) -> row.business().prospects()).reversed();
      case AREA -> Comparator.comparing(WhiteSpace.Row::area);
    };
  }

  /** The order of a word, such as {@code share}; empty when there is none. */
  static Optional<MarketOrder> findByWord(String word) {
    return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(word)).findFirst();
  }
}

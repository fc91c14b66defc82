package bailiwick.bench.duplicate;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How many pairs were told rightly.
 *
 * @param found matches told
 * @param wrong pairs told that are no matches
 * @param missed matches not told
 */
record Counted(long found, long wrong, long missed) {

  /** What becomes of labelled pairs when some of them are told. */
  static Counted of(List<NamePair> pairs, Predicate<NamePair> told) {
    long found = pairs.stream().filter(pair -> pair.match() && told.test(pair)).count();
    return new Counted(
        found,
        pairs.stream().filter(pair -> !pair.match() && told.test(pair)).count(),
        pairs.stream().filter(NamePair::match).count() - found);
  }

  /** Share of those told that are matches; 1 when nothing is told. */
  double precision() {
    return found + wrong == 0 ? 1 : found / (double) (found + wrong);
  }

  /** Share of the matches that are told; 1 when there are none. */
  double recall() {
    return found + missed == 0 ? 1 : found / (double) (found + missed);
  }

  /** Harmonic mean of both. */
  double f1() {
    return 2.0 * found / Math.max(1, 2 * found + wrong + missed);
  }

  /** Cells of a table: matches, told, precision, recall, F1. */
  List<String> cells() {
    return List.of(
        String.valueOf(found + missed),
        String.valueOf(found + wrong),
        decimal(precision()),
        decimal(recall()),
        decimal(f1()));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}

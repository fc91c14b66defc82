package bailiwick.bench.instance;

import bailiwick.core.design.Effort;
import java.util.List;

/**
 * A row to be measured.
 *
 * @param set folder of the set
 * @param instance folder of the instance within it
 * @param objective its name as in the list of best known values
 * @param effort how hard to search
 */
record TableRow(String set, String instance, String objective, Effort effort) {

  /** A row of {@code set,instance,objective,effort}; further cells are not looked at. */
  static TableRow of(List<String> cells) {
    Effort effort =
        Effort.findByWord(cells.get(3))
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "`%s` is no effort; say quick, balanced or thorough.".formatted(cells.get(3))));
    return new TableRow(cells.get(0), cells.get(1), cells.get(2), effort);
  }

  /** What tells it from other rows. */
  String key() {
    return String.join("/", set, instance, objective, effort.word());
  }
}

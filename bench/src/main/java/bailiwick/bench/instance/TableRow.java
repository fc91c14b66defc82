package bailiwick.bench.instance;

/**
 * A row to be measured.
 *
 * @param set folder of the set
 * @param instance folder of the instance within it
 * @param objective its name as in the list of best known values
 * @param seconds time limit
 */
record TableRow(String set, String instance, String objective, int seconds) {

  /** What tells it from other rows. */
  String key() {
    return String.join("/", set, instance, objective, Integer.toString(seconds));
  }
}

package bailiwick.server.scenario;

/** How far a row of searches is, of which each tells its own part. Not thread-safe. */
final class SearchCount {

  private final int searches;
  private int done;
  private double part; // of the search at work

  /** So many searches, one after the other. */
  SearchCount(int searches) {
    this.searches = searches;
  }

  /** Share of all work that is done, as one search tells its own; it never falls. */
  double fraction(double told) {
    if (told < part && done < searches - 1) {
      done++;
      part = 0;
    }
    part = Math.max(part, told);
    return (done + part) / searches;
  }

  /** Which search is at work, in a sentence. */
  String message() {
    return "Looking for plan %s of %s.".formatted(done + 1, searches);
  }
}

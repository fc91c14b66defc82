package bailiwick.intake.today;

/** What one holding has in one unit. */
final class Share {
  private long potentialCents;
  private long accounts;

  void add(long potential) {
    potentialCents += potential;
    accounts++;
  }

  void add(Share other) {
    potentialCents += other.potentialCents;
    accounts += other.accounts;
  }

  /** Whether it outweighs another: by potential, then by accounts. */
  boolean outweighs(Share other) {
    return potentialCents != other.potentialCents
        ? potentialCents > other.potentialCents
        : accounts > other.accounts;
  }
}

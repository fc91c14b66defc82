package bailiwick.intake.potential;

/**
 * Accounts that are held against others like them, such as those of a territory. Immutable.
 *
 * @param accounts how many
 * @param potentialCents of all of them, 0 or more
 */
public record GroupSum(long accounts, long potentialCents) {

  /** Both together. */
  public GroupSum plus(GroupSum other) {
    return new GroupSum(accounts + other.accounts, potentialCents + other.potentialCents);
  }
}

package bailiwick.store.publication;

import bailiwick.core.account.AccountId;

/**
 * The territory decided for each account, as numbers of the scenario's territories. Compact: 20
 * bytes an account. Immutable.
 */
public final class Decisions {

  /** Territory number of an account that nothing claims. */
  public static final int NONE = -1;

  /** Collects decisions. */
  public static final class Builder {

    /**
     * Adds the decision for an account, which must stand once.
     *
     * @param territory number of a territory of the scenario, or {@link #NONE}
     */
    public Builder add(AccountId account, int territory) {
      throw new UnsupportedOperationException("Being written.");
    }

    /** The decisions added so far. */
    public Decisions build() {
      throw new UnsupportedOperationException("Being written.");
    }
  }

  /** Starts with none. */
  public static Builder builder() {
    throw new UnsupportedOperationException("Being written.");
  }

  /** How many accounts are decided. */
  public int size() {
    throw new UnsupportedOperationException("Being written.");
  }
}

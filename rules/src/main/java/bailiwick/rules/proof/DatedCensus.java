package bailiwick.rules.proof;

import bailiwick.rules.attribute.Subject;
import java.util.IdentityHashMap;

/** Counts accounts by where they are, in every stretch of dated rules. Not thread-safe. */
public final class DatedCensus {

  private final IdentityHashMap<RuleProof, Census> censusOf = new IdentityHashMap<>();

  /** A census in which nobody is counted yet. */
  public DatedCensus(DatedProof proof) {
    proof.stretches().forEach(each -> censusOf.put(each.proof(), each.proof().census()));
  }

  /**
   * Adds an account. O(stretches × dimensions × log classes).
   *
   * @param value what it is worth, in any unit
   * @throws ArithmeticException when the values are too many to add up
   */
  public void add(Subject account, long value) {
    censusOf.values().forEach(census -> census.add(account, value));
  }

  /** How many accounts have a value that the domains do not have. */
  public long outside() {
    return censusOf.values().stream().mapToLong(Census::outside).max().orElse(0);
  }

  /**
   * The census of one stretch.
   *
   * @param proof of the stretch
   */
  public Census of(RuleProof proof) {
    Census census = censusOf.get(proof);
    if (census == null) {
      throw new IllegalArgumentException("The proof must be one of a stretch.");
    }
    return census;
  }
}

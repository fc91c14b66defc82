package bailiwick.rules.table;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which of the rows that hold decides.
 *
 * <p>Source: OMG, <em>Decision Model and Notation</em> 1.3, 8.2.10.
 */
public enum HitPolicy {
  /** Only one row may hold. */
  UNIQUE,
  /** Several may hold that say the same. */
  ANY,
  /** The first that holds. */
  FIRST,
  /** The one whose output comes first in the output's list of values. */
  PRIORITY,
  /** All of them. */
  COLLECT,
  /** All of them, in the order of rows. */
  RULE_ORDER,
  /** All of them, in the order of the output's list of values. */
  OUTPUT_ORDER;

  /** All names as DMN writes them. */
  static final String NAMES =
      String.join(", ", Arrays.stream(values()).map(HitPolicy::words).toList());

  /** As DMN writes it. */
  public String words() {
    return name().replace('_', ' ');
  }

  /** Whether every row that holds counts, so that none stands in the way of another. */
  public boolean takesAll() {
    return this == COLLECT || this == RULE_ORDER || this == OUTPUT_ORDER;
  }

  /** The policy of a name, the usual one when there is no name, empty when it is unknown. */
  static Optional<HitPolicy> find(String name) {
    return name.isEmpty()
        ? Optional.of(UNIQUE)
        : Arrays.stream(values()).filter(policy -> policy.words().equals(name)).findFirst();
  }
}

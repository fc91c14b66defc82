package bailiwick.rules.syntax;

import java.io.Serializable;

/**
 * Name of a rule, unique within its rule set.
 *
 * @param value never blank
 */
public record RuleId(String value) implements Comparable<RuleId>, Serializable {

  public RuleId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("The rule id must not be blank.");
    }
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package bailiwick.core.alignment;

import java.io.Serializable;

/**
 * Short name of a territory, unique within its plan, such as {@code T07}.
 *
 * @param value never blank
 */
public record TerritoryCode(String value) implements Comparable<TerritoryCode>, Serializable {

  public TerritoryCode {
    if (value.isBlank()) {
      throw new IllegalArgumentException("The territory code must not be blank.");
    }
  }

  @Override
  public int compareTo(TerritoryCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

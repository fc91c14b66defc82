package bailiwick.core.unit;

/**
 * Name of a basic unit, unique within its kind: a postcode such as {@code 60614}, a county's FIPS
 * code, an account's id.
 *
 * @param value never blank
 */
public record UnitId(String value) implements Comparable<UnitId> {

  public UnitId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("The unit id must not be blank.");
    }
  }

  @Override
  public int compareTo(UnitId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

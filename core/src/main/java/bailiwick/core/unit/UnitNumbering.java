package bailiwick.core.unit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The one bridge between unit ids and their numbers, the positions 0 … size-1 in dense arrays.
 * Immutable.
 */
public final class UnitNumbering {

  private final List<UnitId> ids;
  private final Map<UnitId, Integer> numberOf;

  private UnitNumbering(List<UnitId> ids) {
    this.ids = List.copyOf(ids);
    this.numberOf = HashMap.newHashMap(ids.size());
    for (int number = 0; number < this.ids.size(); number++) {
      Integer earlier = numberOf.put(this.ids.get(number), number);
      if (earlier != null) {
        throw new IllegalArgumentException(
            "The unit id (%s) stands twice, as numbers %s and %s."
                .formatted(this.ids.get(number), earlier, number));
      }
    }
  }

  /**
   * Numbers the units in the order given.
   *
   * @throws IllegalArgumentException when an id stands twice
   */
  public static UnitNumbering of(List<UnitId> ids) {
    return new UnitNumbering(ids);
  }

  /** How many units there are. */
  public int size() {
    return ids.size();
  }

  /** The ids in order of their numbers. */
  public List<UnitId> ids() {
    return ids;
  }

  /** The id of a number from 0 to size-1. */
  public UnitId id(int number) {
    return ids.get(number);
  }

  /** The number of a unit that must exist. */
  public int getNumber(UnitId id) {
    Integer number = numberOf.get(id);
    if (number == null) {
      throw new IllegalArgumentException("The unit (%s) is not numbered here.".formatted(id));
    }
    return number;
  }

  /** The number of a unit that may exist. */
  public OptionalInt findNumber(UnitId id) {
    Integer number = numberOf.get(id);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}

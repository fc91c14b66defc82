package bailiwick.core.alignment;

import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Assignment of units to territories. A unit may still be without one. Immutable; hands out no
 * array but copies.
 */
public final class Alignment {

  /** Territory number of a unit that has no territory. */
  public static final int UNASSIGNED = -1;

  private final UnitNumbering units;
  private final List<TerritoryCode> territories;
  private final int[] territoryOf; // [unit number] -> territory number or UNASSIGNED

  private Alignment(UnitNumbering units, List<TerritoryCode> territories, int[] territoryOf) {
    this.units = units;
    this.territories = List.copyOf(territories);
    this.territoryOf = territoryOf;
  }

  /**
   * Makes an alignment.
   *
   * @param territoryOf {@code territoryOf[unit number]} is a territory number or {@link
   *     #UNASSIGNED}
   * @throws IllegalArgumentException when lengths differ, a number is out of range or a code stands
   *     twice
   */
  public static Alignment of(
      UnitNumbering units, List<TerritoryCode> territories, int[] territoryOf) {
    if (territoryOf.length != units.size()) {
      throw new IllegalArgumentException(
          "The alignment names %s units of %s.".formatted(territoryOf.length, units.size()));
    }
    if (territories.stream().distinct().count() != territories.size()) {
      throw new IllegalArgumentException("The territory codes must differ: " + territories + ".");
    }
    for (int territory : territoryOf) {
      if (territory < UNASSIGNED || territory >= territories.size()) {
        throw new IllegalArgumentException(
            "The territory number (%s) must lie from -1 to %s."
                .formatted(territory, territories.size() - 1));
      }
    }
    return new Alignment(units, territories, territoryOf.clone());
  }

  /** The units in order of their numbers. */
  public UnitNumbering units() {
    return units;
  }

  /** The territories in order of their numbers. */
  public List<TerritoryCode> territories() {
    return territories;
  }

  /** Territory number of a unit number, or {@link #UNASSIGNED}. */
  public int territoryOf(int unit) {
    return territoryOf[unit];
  }

  /** Territory of a unit, empty when the unit is unknown or has none. */
  public Optional<TerritoryCode> findTerritory(UnitId unit) {
    var number = units.findNumber(unit);
    if (number.isEmpty() || territoryOf[number.getAsInt()] == UNASSIGNED) {
      return Optional.empty();
    }
    return Optional.of(territories.get(territoryOf[number.getAsInt()]));
  }

  /** A copy of {@code [unit number] -> territory number}. */
  public int[] toArray() {
    return territoryOf.clone();
  }

  /** A copy in which the given units (by number) belong to the territory (by number). */
  public Alignment withMoved(int[] unitNumbers, int territory) {
    int[] changed = territoryOf.clone();
    for (int unit : unitNumbers) {
      changed[unit] = territory;
    }
    return of(units, territories, changed);
  }

  /** Numbers of the territories by code. */
  public Map<TerritoryCode, Integer> territoryNumbers() {
    Map<TerritoryCode, Integer> numbers = new HashMap<>();
    for (int t = 0; t < territories.size(); t++) {
      numbers.put(territories.get(t), t);
    }
    return numbers;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Alignment that
        && units.ids().equals(that.units.ids())
        && territories.equals(that.territories)
        && Arrays.equals(territoryOf, that.territoryOf);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(territoryOf);
  }
}

package bailiwick.core.optimize.change;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.TerritorySpec;
import java.util.List;
import java.util.OptionalDouble;

/** What becomes of some territories of today's plan. Immutable. */
public sealed interface Change {

  /**
   * A territory gives a part of its units to new ones, and no other territory changes.
   *
   * @param territory keeps its name, and as much as its part allows
   * @param parts the new ones, at least one
   */
  record Split(TerritoryCode territory, List<TerritorySpec> parts) implements Change {
    public Split {
      parts = requireSome(parts);
    }
  }

  /**
   * Territories end, and another one gets what they had.
   *
   * @param ended at least one
   * @param into the one that goes on
   * @param share of the one that goes on; the sum of all their shares when empty, so that nothing
   *     else need move
   */
  record Merge(List<TerritoryCode> ended, TerritoryCode into, OptionalDouble share)
      implements Change {
    public Merge {
      ended = requireSome(ended);
    }
  }

  /**
   * Territories end, and those that stay get what they had.
   *
   * @param ended at least one
   */
  record Remove(List<TerritoryCode> ended) implements Change {
    public Remove {
      ended = requireSome(ended);
    }
  }

  /**
   * New territories get room from those there are, the fullest first.
   *
   * @param added at least one
   */
  record Add(List<TerritorySpec> added) implements Change {
    public Add {
      added = requireSome(added);
    }
  }

  private static <T> List<T> requireSome(List<T> territories) {
    if (territories.isEmpty()) {
      throw new IllegalArgumentException("A change must name at least one territory.");
    }
    return List.copyOf(territories);
  }
}

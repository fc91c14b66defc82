package bailiwick.intake.potential;

import java.util.Arrays;
import java.util.Optional;

/** How large the areas are that a market is told by: steps of the geography tree. */
public enum AreaSize {
  /** Countries. */
  COUNTRY(1),
  /** States and other first-level regions. */
  REGION(2),
  /** Counties and their like. */
  COUNTY(3),
  /** Postal areas. */
  POSTCODE(4);

  static final int DEEPEST = POSTCODE.depth;

  private final int depth;

  AreaSize(int depth) {
    this.depth = depth;
  }

  /** How many names a path to such an area has. */
  int depth() {
    return depth;
  }

  /** The size of a word, such as {@code county}; empty when there is none. */
  public static Optional<AreaSize> findByWord(String word) {
    return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(word)).findFirst();
  }
}

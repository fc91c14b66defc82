package bailiwick.intake.duplicate;

/**
 * How far a search for duplicates goes. Immutable.
 *
 * @param leastScore pairs below it are not told, 0 to 1
 * @param mostInBlock accounts with a trait in common that are all compared with each other, 2 or
 *     more; with more of them, each is compared with its neighbours by name
 * @param neighbours how many on either side in such a block, 1 or more
 */
public record DuplicateSettings(double leastScore, int mostInBlock, int neighbours) {

  /**
   * Score 0.5: where the evidence is even. Blocks of 100 and 8 neighbours: a million accounts of
   * the demo company take 23 comparisons each.
   */
  public static final DuplicateSettings DEFAULT = new DuplicateSettings(0.5, 100, 8);

  public DuplicateSettings {
    if (!(leastScore >= 0 && leastScore <= 1)) {
      throw new IllegalArgumentException(
          "The least score (%s) must lie between 0 and 1.".formatted(leastScore));
    }
    if (mostInBlock < 2 || neighbours < 1) {
      throw new IllegalArgumentException(
          "A block (%s) must hold 2 or more and the neighbours (%s) be 1 or more."
              .formatted(mostInBlock, neighbours));
    }
  }

  /** A copy that tells pairs from another score on. */
  public DuplicateSettings withLeastScore(double score) {
    return new DuplicateSettings(score, mostInBlock, neighbours);
  }
}

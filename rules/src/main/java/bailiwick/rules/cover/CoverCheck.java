package bailiwick.rules.cover;

import bailiwick.core.area.AreaTree;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.source.Pending;

/** Proves by walking every leaf of the geography that exactly one territory claims it. */
public final class CoverCheck {

  private CoverCheck() {}

  /**
   * Walks the leaves, each as a subject of which nothing but the area is known. O(leaves × rules /
   * 64).
   */
  public static CoverReport check(RuleLookup lookup, AreaTree tree) {
    return Pending.pending();
  }
}

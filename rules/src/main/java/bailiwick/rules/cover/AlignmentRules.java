package bailiwick.rules.cover;

import bailiwick.core.area.AreaTree;
import bailiwick.core.unit.UnitId;
import bailiwick.rules.source.Pending;
import bailiwick.rules.syntax.RuleSet;
import java.util.List;

/**
 * The rules that say what an alignment says.
 *
 * @param rules one rule for the areas of each territory and, before them, one for its named
 *     accounts
 * @param unitsOutside units of the alignment that hold no area of the tree: no rule can speak of
 *     them
 */
public record AlignmentRules(RuleSet rules, List<UnitId> unitsOutside) {

  /** Priority of a rule over areas. */
  public static final int AREA_PRIORITY = 100;

  /** Priority of a rule over named accounts: they win over areas. */
  public static final int NAMED_PRIORITY = 10;

  public AlignmentRules {
    unitsOutside = List.copyOf(unitsOutside);
  }

  /**
   * Covers each territory by the fewest areas of the tree: an area that lies wholly in one
   * territory is named once, in place of all within it. The same request always gives the same
   * rules. O(areas + units).
   */
  public static AlignmentRules of(CoverRequest request, AreaTree tree) {
    return Pending.pending();
  }
}

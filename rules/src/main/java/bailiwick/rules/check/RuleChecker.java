package bailiwick.rules.check;

import bailiwick.core.area.AreaTree;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.source.Pending;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.syntax.RuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks rule sets. Immutable. */
public final class RuleChecker {

  private final Dimensions dimensions;
  private final @Nullable AreaTree areas;

  /**
   * A checker.
   *
   * @param areas the geography; null takes every path on trust
   */
  public RuleChecker(Dimensions dimensions, @Nullable AreaTree areas) {
    this.dimensions = dimensions;
    this.areas = areas;
  }

  /** Every problem of a rule set, errors and warnings, in the order of the rules. */
  public List<RuleProblem> check(RuleSet rules) {
    return Pending.pending(dimensions, areas);
  }
}

package bailiwick.cli.rule;

import bailiwick.cli.design.DesignFolder;
import bailiwick.core.area.AreaKind;
import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitKind;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.cover.AlignmentRules;
import bailiwick.rules.cover.CoverRequest;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import java.util.List;

/** The rules of a design. */
final class PlanRules {

  private PlanRules() {}

  /**
   * Covers each territory by the fewest areas and compiles the rules.
   *
   * @throws ProblemException when the units are accounts, or the rules cannot decide
   */
  static RuleLookup compile(DesignFolder plan, String layer, AreaTree tree) {
    CoverRequest request =
        new CoverRequest(
            layer,
            plan.name(),
            plan.alignment(),
            areaKind(plan.unitKind()),
            plan.names(),
            List.of());
    AlignmentRules rules = AlignmentRules.of(request, tree);
    return RuleFiles.lookupOf(RuleCompiler.over(Dimensions.STANDARD, tree).compile(rules.rules()));
  }

  private static AreaKind areaKind(UnitKind kind) {
    return switch (kind) {
      case POSTCODE -> AreaKind.POSTCODE;
      case COUNTY -> AreaKind.COUNTY;
      case ACCOUNT -> throw ProblemException.of(new PublishProblem.UnitsAreAccounts());
    };
  }
}

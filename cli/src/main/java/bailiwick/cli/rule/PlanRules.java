package bailiwick.cli.rule;

import bailiwick.cli.design.DesignFolder;
import bailiwick.core.area.AreaKind;
import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitKind;
import bailiwick.rules.cover.CoverRequest;
import bailiwick.rules.cover.ProvenRules;
import java.util.List;

/** The rules of a design. */
final class PlanRules {

  private PlanRules() {}

  /**
   * Covers each territory by the fewest areas, and proves the rules.
   *
   * @throws ProblemException when the units are accounts, or the rules cannot be proven
   */
  static ProvenRules prove(DesignFolder plan, String layer, AreaTree tree) {
    return ProvenRules.of(
        new CoverRequest(
            layer,
            plan.name(),
            plan.alignment(),
            areaKind(plan.unitKind()),
            plan.names(),
            List.of()),
        tree);
  }

  private static AreaKind areaKind(UnitKind kind) {
    return switch (kind) {
      case POSTCODE -> AreaKind.POSTCODE;
      case COUNTY -> AreaKind.COUNTY;
      case ACCOUNT -> throw ProblemException.of(new PublishProblem.UnitsAreAccounts());
    };
  }
}

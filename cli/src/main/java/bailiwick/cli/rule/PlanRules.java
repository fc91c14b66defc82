package bailiwick.cli.rule;

import bailiwick.cli.design.DesignFolder;
import bailiwick.core.area.AreaKind;
import bailiwick.core.area.AreaTree;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitKind;
import bailiwick.rules.cover.CoverRequest;
import bailiwick.rules.cover.NamedAccount;
import bailiwick.rules.cover.ProvenRules;
import bailiwick.rules.cover.WrittenRules;
import bailiwick.rules.cover.WrittenRules.KnownAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rules of a design. */
final class PlanRules {

  private PlanRules() {}

  /**
   * Covers each territory by the fewest areas, puts written rules before them, and proves the
   * whole.
   *
   * @param known the accounts that the design and the written rules name
   * @throws ProblemException when the rules cannot be proven
   */
  static ProvenRules prove(
      AreaPlan plan, WrittenRules written, KnownAccounts known, String layer, AreaTree tree) {
    DesignFolder design = plan.design();
    var request =
        new CoverRequest(
            layer,
            design.name(),
            design.alignment(),
            design.unitKind() == UnitKind.COUNTY ? AreaKind.COUNTY : AreaKind.POSTCODE,
            design.names(),
            named(plan, known.ofFile()));
    return ProvenRules.of(request.withWritten(written.withAccounts(known.byName())), tree);
  }

  private static List<NamedAccount> named(AreaPlan plan, Map<String, KnownAccount> known) {
    List<NamedAccount> named = new ArrayList<>();
    plan.named()
        .forEach((externalId, territory) -> {
          KnownAccount account = Objects.requireNonNull(known.get(externalId), externalId);
          named.add(new NamedAccount(account.id(), account.name(), territory));
        });
    return named;
  }
}

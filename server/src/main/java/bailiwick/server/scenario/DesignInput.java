package bailiwick.server.scenario;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Effort;
import bailiwick.core.problem.Problem;
import bailiwick.core.unit.UnitId;
import bailiwick.intake.brief.BriefObjective;
import bailiwick.intake.brief.DesignBrief;
import bailiwick.intake.brief.DesignProblems;
import bailiwick.intake.brief.UnitAmounts;
import bailiwick.server.account.AccountBook;
import bailiwick.server.atlas.Geography;
import bailiwick.server.scenario.ScenarioWire.DesignRequest;
import bailiwick.server.scenario.ScenarioWire.MeasureGoal;
import bailiwick.server.scenario.Workspaces.Laid;
import bailiwick.server.security.Secrets;
import bailiwick.store.plan.Plan;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioKind;
import bailiwick.store.scenario.ScenarioTerritory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a design starts from: the brief, the accounts' sums and the base scenario. Immutable.
 *
 * <p>Territories keep their codes, names and people. When another number of them is asked for, each
 * new territory takes the place of the one it shares most potential with, so that a comparison
 * shows what really changes hands.
 */
final class DesignInput {

  static final long USUAL_SEED = 1;
  private static final double USUAL_TOLERANCE = 0.10;

  private final Plan plan;
  private final Workspaces.Laid base;
  private final DesignBrief brief;
  private final UnitAmounts amounts;
  private final int[] baseTerritoryOf; // [unit] -> territory number of the base scenario
  private final boolean sameTerritories;
  private final HeldAccounts held;

  private DesignInput(
      Laid base,
      HeldAccounts held,
      DesignBrief brief,
      UnitAmounts amounts,
      int[] baseTerritoryOf,
      boolean sameTerritories) {
    this.plan = base.plan();
    this.base = base;
    this.held = held;
    this.brief = brief;
    this.amounts = amounts;
    this.baseTerritoryOf = baseTerritoryOf;
    this.sameTerritories = sameTerritories;
  }

  /** The request with what is absent filled in, so that what is kept says everything. */
  static DesignRequest withDefaults(DesignRequest asked, Scenario base) {
    return new DesignRequest(
        asked.name() == null ? "Proposed" : asked.name(),
        asked.territories() == null ? base.territories().size() : asked.territories(),
        asked.measures() == null
            ? List.of(new MeasureGoal("potential", USUAL_TOLERANCE))
            : asked.measures(),
        asked.contiguous() == null || asked.contiguous(),
        asked.disruptionWeight() == null ? 0.0 : asked.disruptionWeight(),
        Boolean.TRUE.equals(asked.keepHomes()),
        asked.locked() == null ? List.of() : asked.locked(),
        asked.seed() == null ? USUAL_SEED : asked.seed(),
        asked.effort() == null ? Effort.BALANCED : asked.effort());
  }

  /**
   * Fills a brief from a scenario.
   *
   * @param held by the scenario as it lies there
   */
  static DesignInput of(Laid base, HeldAccounts held, DesignRequest request, long seed) {
    List<ScenarioTerritory> own = base.scenario().territories();
    int count = request.territories() == null ? own.size() : request.territories();
    boolean same = count == own.size();
    boolean homes = Boolean.TRUE.equals(request.keepHomes());
    List<DesignBrief.Territory> territories =
        same
            ? own.stream()
                .map(one ->
                    new DesignBrief.Territory(
                        one.code().value(), one.name(), one.share(), homes ? one.home() : null))
                .toList()
            : DesignBrief.equalTerritories(count);
    List<MeasureGoal> goals = request.measures() == null ? List.of() : request.measures();
    List<String> locked = request.locked() == null ? List.of() : request.locked();
    DesignBrief brief =
        new DesignBrief(
            request.name() == null ? "Proposed" : request.name(),
            base.plan().unitKind(),
            base.plan().country(),
            territories,
            goals.stream()
                .map(goal -> new DesignBrief.BalancedMeasure(goal.measure(), goal.tolerance()))
                .toList(),
            !Boolean.FALSE.equals(request.contiguous()),
            BriefObjective.MOMENT_OF_INERTIA,
            request.disruptionWeight() == null ? 0 : request.disruptionWeight(),
            locked.stream().map(UnitId::new).toList(),
            seed,
            request.effort(),
            null);
    return new DesignInput(base, held, brief, amounts(base), base.work().territoryOfUnits(), same);
  }

  private static UnitAmounts amounts(Laid base) {
    UnitAmounts sums =
        UnitAmounts.of(base.ground().numbering(), AccountBook.measures(base.plan().currency()));
    ScenarioWorkspace work = base.work();
    for (int m = 0; m < work.book().measureCount(); m++) {
      for (int unit = 0; unit < work.unitCount(); unit++) {
        sums.add(m, unit, work.amountInUnit(m, unit));
      }
    }
    return sums;
  }

  Plan plan() {
    return plan;
  }

  DesignBrief brief() {
    return brief;
  }

  UnitAmounts amounts() {
    return amounts;
  }

  /** What the optimiser is asked. */
  DesignProblem problem(Geography geography) {
    return DesignProblems.of(
        brief, amounts, geography.layer(plan.unitKind(), plan.country()), today());
  }

  /**
   * Whose each unit is in the base scenario; empty when its territories are not those asked for.
   */
  Optional<Alignment> today() {
    boolean anything = Arrays.stream(baseTerritoryOf).anyMatch(t -> t >= 0);
    if (!sameTerritories || !anything) {
      return Optional.empty();
    }
    return Optional.of(
        Alignment.of(
            base.ground().numbering(),
            base.scenario().territories().stream().map(ScenarioTerritory::code).toList(),
            baseTerritoryOf));
  }

  /**
   * The accounts that the base scenario holds, as far as they go on. Those of today do not: they
   * are what the design is to put in order.
   */
  HeldAccounts kept() {
    return isOfToday() || !sameTerritories ? HeldAccounts.NOTHING : held;
  }

  /** Tells of accounts that are held no longer, because their territories do not go on. */
  Optional<Problem> dropped() {
    return isOfToday() || sameTerritories || held.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DesignWarning.DropsHeld(
                base.scenario().name(),
                base.scenario().territories().size(),
                brief.territories().size(),
                held));
  }

  private boolean isOfToday() {
    return base.scenario().kind() == ScenarioKind.TODAY;
  }

  /** The territories of the new scenario, in order of their numbers. */
  List<ScenarioTerritory> territories(DesignPlan design) {
    int[] colours = Colouring.of(base.ground().graph(), design.alignment());
    @Nullable ScenarioTerritory[] taken = predecessors(design);
    Set<String> codes = new HashSet<>();
    for (ScenarioTerritory one : taken) {
      if (one != null) {
        codes.add(one.code().value());
      }
    }
    List<ScenarioTerritory> territories = new ArrayList<>();
    for (int t = 0; t < taken.length; t++) {
      ScenarioTerritory before = taken[t];
      DesignBrief.Territory asked = brief.territories().get(t);
      if (before != null) {
        territories.add(
            new ScenarioTerritory(
                before.code(),
                before.name(),
                colours[t],
                asked.share(),
                before.home(),
                before.representative()));
      } else {
        String code = freeCode(asked.code(), codes);
        territories.add(
            new ScenarioTerritory(
                new TerritoryCode(code), code, colours[t], asked.share(), asked.home(), null));
      }
    }
    return territories;
  }

  private static String freeCode(String wanted, Set<String> taken) {
    String code = wanted;
    for (int n = 2; !taken.add(code); n++) {
      code = wanted + "-" + n;
    }
    return code;
  }

  /** The base scenario's territory that each designed one continues, null for a new one. */
  private @Nullable ScenarioTerritory[] predecessors(DesignPlan design) {
    List<ScenarioTerritory> own = base.scenario().territories();
    int count = design.alignment().territories().size();
    @Nullable ScenarioTerritory[] before = new ScenarioTerritory[count];
    if (sameTerritories) {
      return own.toArray(before);
    }
    record Pair(int designed, int old, long shared) {}
    List<Pair> pairs = new ArrayList<>();
    long[][] shared = shared(design, count, own.size());
    for (int t = 0; t < count; t++) {
      for (int o = 0; o < own.size(); o++) {
        if (shared[t][o] > 0) {
          pairs.add(new Pair(t, o, shared[t][o]));
        }
      }
    }
    pairs.sort((a, b) ->
        a.shared != b.shared
            ? Long.compare(b.shared, a.shared)
            : a.designed != b.designed ? a.designed - b.designed : a.old - b.old);
    boolean[] gone = new boolean[own.size()];
    for (Pair pair : pairs) {
      if (before[pair.designed] == null && !gone[pair.old]) {
        before[pair.designed] = own.get(pair.old);
        gone[pair.old] = true;
      }
    }
    return before;
  }

  private long[][] shared(DesignPlan design, int designed, int old) {
    long[][] shared = new long[designed][old];
    for (int unit = 0; unit < baseTerritoryOf.length; unit++) {
      int now = design.alignment().territoryOf(unit);
      if (now >= 0 && baseTerritoryOf[unit] >= 0) {
        shared[now][baseTerritoryOf[unit]] += 1 + amounts.amount(AccountBook.POTENTIAL, unit);
      }
    }
    return shared;
  }

  /** The designed alignment under the codes of {@link #territories}. */
  Alignment renamed(DesignPlan design) {
    return Alignment.of(
        base.ground().numbering(),
        territories(design).stream().map(ScenarioTerritory::code).toList(),
        design.alignment().toArray());
  }

  /** SHA-256 over everything the design depends on, for telling whether two had the same input. */
  String hash(DesignRequest request, JsonMapper json) {
    StringBuilder text = new StringBuilder(json.writeValueAsString(request));
    text.append('\n').append(base.ground().atlasVersion());
    text.append('\n').append(brief.territories()).append('\n');
    if (!kept().isEmpty()) {
      text.append(kept().text());
    }
    for (int unit = 0; unit < baseTerritoryOf.length; unit++) {
      text.append('\n').append(baseTerritoryOf[unit]);
      for (int m = 0; m < amounts.measures().size(); m++) {
        text.append(' ').append(amounts.amount(m, unit));
      }
    }
    return Secrets.sha256(text.toString());
  }
}

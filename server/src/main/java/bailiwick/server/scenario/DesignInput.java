package bailiwick.server.scenario;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.brief.BriefFrame;
import bailiwick.intake.brief.BriefProblem;
import bailiwick.intake.brief.BriefReader;
import bailiwick.intake.brief.DesignBrief;
import bailiwick.intake.brief.DesignProblems;
import bailiwick.intake.brief.UnitAmounts;
import bailiwick.server.account.AccountBook;
import bailiwick.server.atlas.Geography;
import bailiwick.server.scenario.Workspaces.Laid;
import bailiwick.server.security.Secrets;
import bailiwick.store.plan.Plan;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioKind;
import bailiwick.store.scenario.ScenarioTerritory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a design starts from: the brief, the accounts' sums and the base scenario. Immutable. */
final class DesignInput {

  private static final int MOST_TERRITORIES = 2_000;
  private static final String TERRITORIES = "territories";

  /** What a brief may ask for in a file only. */
  private static final List<String> FILES_ONLY = List.of("change", "bestNumber", "districts");

  private final Laid base;
  private final JsonNode asked;
  private final DesignBrief brief;
  private final UnitAmounts amounts;
  private final int[] baseTerritoryOf; // [unit] -> territory number of the base scenario
  private final Optional<Alignment> before; // whose each unit was, if not the base scenario tells
  private final HeldAccounts held;

  private DesignInput(Laid base, HeldAccounts held, JsonNode asked, Optional<Alignment> before) {
    this.base = base;
    this.held = held;
    this.asked = asked;
    this.before = before;
    requireOfRequests(asked);
    this.brief = BriefReader.read(asked, frame(base));
    this.amounts = amounts(base);
    this.baseTerritoryOf = base.work().territoryOfUnits();
  }

  /**
   * What is asked of a scenario as it stands.
   *
   * @param held by the scenario as it lies there
   * @param asked a brief, in which the scenario may be left out
   * @throws ProblemException with everything that is wrong with the brief
   */
  static DesignInput of(Laid base, HeldAccounts held, JsonNode asked) {
    return new DesignInput(base, held, asked, Optional.empty());
  }

  /**
   * What was asked for a scenario that is there by now, in the words of its own territories.
   *
   * @param asked for it; an empty object when nothing is known of that
   * @param before whose each unit was then; empty when nothing tells
   */
  static DesignInput ofDesigned(Laid designed, JsonNode asked, Optional<Alignment> before) {
    ObjectNode brief = (ObjectNode) asked.deepCopy();
    if (brief.path(TERRITORIES).isNumber()) {
      brief.remove(TERRITORIES);
    }
    return new DesignInput(designed, HeldAccounts.NOTHING, brief, before);
  }

  private static void requireOfRequests(JsonNode asked) {
    List<BriefProblem.WrongValue> refused =
        FILES_ONLY.stream()
            .filter(asked::has)
            .map(field ->
                new BriefProblem.WrongValue(
                    "/" + field, "…", "left out, as only `bailiwick design` on files takes it"))
            .toList();
    if (!refused.isEmpty()) {
      throw new ProblemException(refused);
    }
  }

  private static BriefFrame frame(Laid base) {
    List<DesignBrief.Territory> own =
        base.scenario().territories().stream()
            .map(one ->
                new DesignBrief.Territory(one.code().value(), one.name(), one.share(), one.home()))
            .toList();
    Plan plan = base.plan();
    return BriefFrame.ofPlan(plan.unitKind(), plan.country(), own, MOST_TERRITORIES);
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

  /** The scenario it starts from. */
  ScenarioId base() {
    return base.scenario().id();
  }

  /** The plan whose scenario it is. */
  Plan plan() {
    return base.plan();
  }

  /** What is asked, as it was written. */
  JsonNode asked() {
    return asked;
  }

  /** What is asked, with everything that the scenario knows filled in. */
  DesignBrief brief() {
    return brief;
  }

  /**
   * What the optimiser is asked.
   *
   * @throws ProblemException when the brief asks for what the plan does not have
   */
  DesignProblem problem(Geography geography) {
    return DesignProblems.of(
        brief, amounts, geography.layer(plan().unitKind(), plan().country()), today());
  }

  /**
   * Whose each unit is in the base scenario; empty when none of its territories goes on by its
   * code.
   */
  Optional<Alignment> today() {
    if (before.isPresent()) {
      return before;
    }
    boolean anything = Arrays.stream(baseTerritoryOf).anyMatch(t -> t >= 0);
    if (!goOnByCode() || !anything) {
      return Optional.empty();
    }
    return Optional.of(
        Alignment.of(
            base.ground().numbering(),
            base.scenario().territories().stream().map(ScenarioTerritory::code).toList(),
            baseTerritoryOf));
  }

  /** Whether territories go on by their codes: not when only another number of them was asked. */
  private boolean goOnByCode() {
    JsonNode territories = asked.path(TERRITORIES);
    return !territories.isNumber() || brief.territories().size() == own().size();
  }

  private List<ScenarioTerritory> own() {
    return base.scenario().territories();
  }

  /** Whether every territory of the base scenario goes on, perhaps with others beside it. */
  private boolean allGoOn() {
    Set<String> codes = new HashSet<>();
    brief.territories().forEach(territory -> codes.add(territory.code()));
    return goOnByCode() && own().stream().allMatch(one -> codes.contains(one.code().value()));
  }

  /**
   * The accounts that the base scenario holds, as far as they go on. Those of today do not: they
   * are what the design is to put in order.
   */
  HeldAccounts kept() {
    return isOfToday() || !allGoOn() ? HeldAccounts.NOTHING : held;
  }

  /** Tells of accounts that are held no longer, because their territories do not go on. */
  Optional<Problem> dropped() {
    return isOfToday() || allGoOn() || held.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DesignWarning.DropsHeld(
                base.scenario().name(), own().size(), brief.territories().size(), held));
  }

  private boolean isOfToday() {
    return base.scenario().kind() == ScenarioKind.TODAY;
  }

  /** The territories of the new scenario, in order of their numbers. */
  List<ScenarioTerritory> territories(DesignPlan design) {
    return new DesignedTerritories(base, brief, goOnByCode(), amounts, baseTerritoryOf).of(design);
  }

  /** The designed alignment under the codes of {@link #territories}. */
  Alignment renamed(DesignPlan design) {
    return Alignment.of(
        base.ground().numbering(),
        territories(design).stream().map(ScenarioTerritory::code).toList(),
        design.alignment().toArray());
  }

  /** SHA-256 over everything the design depends on, for telling whether two had the same input. */
  String hash() {
    StringBuilder text = new StringBuilder(asked.toString());
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

package bailiwick.server.scenario;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import bailiwick.intake.brief.BriefFrame;
import bailiwick.intake.brief.BriefNumber;
import bailiwick.intake.brief.BriefNumbers;
import bailiwick.intake.brief.BriefReader;
import bailiwick.intake.brief.DesignBrief;
import bailiwick.intake.brief.DesignProblems;
import bailiwick.intake.brief.UnitAmounts;
import bailiwick.server.account.AccountBook;
import bailiwick.server.atlas.Geography;
import bailiwick.server.scenario.Workspaces.Laid;
import bailiwick.server.security.Secrets;
import bailiwick.store.plan.Plan;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioKind;
import bailiwick.store.scenario.ScenarioTerritory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a design starts from: the brief, the accounts' sums and the base scenario. Immutable. */
final class DesignInput {

  private static final int MOST_TERRITORIES = 2_000;
  private static final String TERRITORIES = "territories";

  private final Laid base;
  private final JsonNode asked;
  private final DesignBrief brief;
  private final UnitAmounts amounts;
  private final int[] baseTerritoryOf; // [unit] -> territory number of the base scenario
  private final Optional<BriefNumber> counted; // by which their number was found
  private final Optional<Alignment> before; // whose each unit was, if not the base scenario tells
  private final HeldAccounts held;

  private DesignInput(
      Laid base,
      HeldAccounts held,
      JsonNode asked,
      DesignBrief brief,
      Optional<BriefNumber> counted,
      Optional<Alignment> before) {
    this.base = base;
    this.held = held;
    this.asked = asked;
    this.brief = brief;
    this.counted = counted;
    this.before = before;
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
    DesignBrief read = BriefReader.read(asked, frame(base, largestUnits(base)));
    DesignBrief brief =
        read.territories().isEmpty() // their number is to be found
            ? read.withTerritories(DesignBrief.equalTerritories(1))
            : read;
    return new DesignInput(base, held, asked, brief, Optional.empty(), Optional.empty());
  }

  /**
   * What was asked for a scenario that is there by now, in the words of its own territories.
   *
   * @param record of its design; null when nothing is known of that
   * @param before whose each unit was then; empty when nothing tells
   */
  static DesignInput ofDesigned(
      Laid designed, @Nullable DesignRecord record, Optional<Alignment> before) {
    @Nullable Map<String, LonLat> kept = record == null ? null : record.seats();
    BriefFrame frame = frame(designed, kept == null ? largestUnits(designed) : kept);
    if (record == null) {
      JsonNode nothing = JsonNodeFactory.instance.objectNode();
      return new DesignInput(
          designed,
          HeldAccounts.NOTHING,
          nothing,
          BriefReader.read(nothing, frame),
          Optional.empty(),
          before);
    }
    JsonNode asked = DesignedBrief.inWordsOf(designed.scenario().territories(), record);
    return new DesignInput(
        designed,
        HeldAccounts.NOTHING,
        asked,
        BriefReader.read(asked, frame),
        BriefReader.read(record.brief(), frame).modes().number(),
        before);
  }

  private static BriefFrame frame(Laid base, Map<String, LonLat> seats) {
    List<DesignBrief.Territory> own =
        base.scenario().territories().stream()
            .map(one ->
                new DesignBrief.Territory(one.code().value(), one.name(), one.share(), one.home()))
            .toList();
    Plan plan = base.plan();
    return BriefFrame.ofPlan(plan.unitKind(), plan.country(), own, MOST_TERRITORIES)
        .withSeats(seats);
  }

  /** Where each territory has most potential, by its code; who is to serve it will work there. */
  private static Map<String, LonLat> largestUnits(Laid base) {
    ScenarioWorkspace work = base.work();
    int[] territoryOf = work.territoryOfUnits();
    int[] largest = new int[base.scenario().territories().size()];
    Arrays.fill(largest, -1);
    for (int unit = 0; unit < territoryOf.length; unit++) {
      int t = territoryOf[unit];
      if (t >= 0
          && (largest[t] < 0
              || work.amountInUnit(AccountBook.POTENTIAL, unit)
                  > work.amountInUnit(AccountBook.POTENTIAL, largest[t]))) {
        largest[t] = unit;
      }
    }
    Map<String, LonLat> places = new HashMap<>();
    for (int t = 0; t < largest.length; t++) {
      if (largest[t] >= 0) {
        places.put(
            base.scenario().territories().get(t).code().value(),
            base.ground().points().get(largest[t]));
      }
    }
    return places;
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

  /** That scenario as it was when it was read. */
  Scenario scenario() {
    return base.scenario();
  }

  /** The edition of the accounts' books that were added up. */
  long edition() {
    return base.edition();
  }

  /** A copy of {@code [unit] -> territory number of that scenario, or -1}. */
  int[] territoryOf() {
    return baseTerritoryOf.clone();
  }

  /** What the accounts of the units add up to. */
  UnitAmounts amounts() {
    return amounts;
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
   * Where the people of the territories are taken to work, by code; empty where hours are no goal.
   * Where they are one, territories go on by their codes, for of new ones nobody knows that.
   */
  Optional<Map<String, LonLat>> seats() {
    return brief.wishes().askForHours()
        ? Optional.of(brief.wishes().visits().seats())
        : Optional.empty();
  }

  /**
   * What the optimiser is asked.
   *
   * @throws ProblemException when the brief asks for what the plan does not have
   */
  DesignProblem problem(Geography geography) {
    DesignProblem problem =
        DesignProblems.of(
            brief,
            amounts,
            geography.layer(plan().unitKind(), plan().country()),
            today(),
            geography.atlas());
    return counted.map(number -> BriefNumbers.limited(problem, number, amounts)).orElse(problem);
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

  /** Whether territories go on by their codes: not when only a number of them was asked for. */
  private boolean goOnByCode() {
    return brief.modes().number().isEmpty()
        && (!asked.path(TERRITORIES).isNumber() || brief.territories().size() == own().size());
  }

  private List<ScenarioTerritory> own() {
    return base.scenario().territories();
  }

  /** Whether every territory of the base scenario is among these, perhaps with others. */
  private boolean allGoOn(DesignBrief drawn) {
    Set<String> codes = new HashSet<>();
    drawn.territories().forEach(territory -> codes.add(territory.code()));
    return goOnByCode() && own().stream().allMatch(one -> codes.contains(one.code().value()));
  }

  /**
   * The accounts that the base scenario holds, as far as they go on. Those of today do not: they
   * are what the design is to put in order.
   *
   * @param drawn for the territories that came of it
   */
  HeldAccounts kept(DesignBrief drawn) {
    return isOfToday() || !allGoOn(drawn) ? HeldAccounts.NOTHING : held;
  }

  /** Tells of accounts that are held no longer, because their territories do not go on. */
  Optional<Problem> dropped(DesignBrief drawn) {
    return isOfToday() || allGoOn(drawn) || held.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DesignWarning.DropsHeld(
                base.scenario().name(), own().size(), drawn.territories().size(), held));
  }

  private boolean isOfToday() {
    return base.scenario().kind() == ScenarioKind.TODAY;
  }

  /**
   * A plan under the names of the new scenario's territories.
   *
   * @param drawn for the territories that came of it
   */
  NamedPlan named(DesignBrief drawn, DesignPlan plan) {
    return new DesignedTerritories(base, drawn, goOnByCode(), amounts, baseTerritoryOf).of(plan);
  }

  /** SHA-256 over everything the design depends on, for telling whether two had the same input. */
  String hash() {
    StringBuilder text = new StringBuilder(asked.toString());
    text.append('\n').append(base.ground().atlasVersion());
    text.append('\n').append(brief.territories()).append('\n');
    seats().ifPresent(seats -> text.append(new TreeMap<>(seats)).append('\n'));
    brief.wishes().clocks().ifPresent(clocks -> text.append(clocks).append('\n'));
    HeldAccounts kept = kept(brief);
    if (!kept.isEmpty()) {
      text.append(kept.text());
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

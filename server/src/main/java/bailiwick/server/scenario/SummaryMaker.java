package bailiwick.server.scenario;

import bailiwick.core.measure.Balance;
import bailiwick.core.measure.Index;
import bailiwick.core.unit.Measure;
import bailiwick.intake.today.TodayProblem;
import bailiwick.server.account.AccountBook;
import bailiwick.server.problem.ProblemItem;
import bailiwick.server.roster.Roster;
import bailiwick.server.scenario.ScenarioWire.ChangeSummary;
import bailiwick.server.scenario.ScenarioWire.ContiguityFault;
import bailiwick.server.scenario.ScenarioWire.MeasureBalance;
import bailiwick.server.scenario.ScenarioWire.ScenarioSummary;
import bailiwick.server.scenario.ScenarioWire.TerritorySummary;
import bailiwick.server.scenario.ScenarioWire.Unassigned;
import bailiwick.server.scenario.Workspaces.Laid;
import bailiwick.server.wire.Coordinates;
import bailiwick.server.wire.Figures;
import bailiwick.store.review.ScenarioState;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioKind;
import bailiwick.store.scenario.ScenarioTerritory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a scenario that lies before us in figures. O(accounts without a territory + territories²).
 */
final class SummaryMaker {

  private static final int STRAY_SHOWN = 200;

  private final Laid laid;
  private final Roster roster;
  private final @Nullable DesignRecord design;
  private final ScenarioWorkspace work;
  private final double[] shares; // [territory] -> target share
  private final double[][] index; // [measure][territory] -> index, 100 is the average
  private final int[] colours; // [territory] -> colour number

  SummaryMaker(Laid laid, Roster roster, @Nullable DesignRecord design) {
    this.laid = laid;
    this.roster = roster;
    this.design = design;
    this.work = laid.work();
    List<ScenarioTerritory> territories = laid.scenario().territories();
    this.shares = territories.stream().mapToDouble(ScenarioTerritory::share).toArray();
    this.index =
        IntStream.range(0, work.book().measureCount())
            .mapToObj(m -> Index.of(work.totals(m), shares))
            .toArray(double[][]::new);
    this.colours =
        TerritoryColours.repaired(
            work.neighbours(), territories.stream().mapToInt(ScenarioTerritory::colour).toArray());
  }

  ScenarioSummary summary(
      ScenarioState state, @Nullable ChangeSummary change, List<TodayProblem> ownerProblems) {
    Scenario scenario = laid.scenario();
    Figures[] sums = sums();
    return new ScenarioSummary(
        scenario.id().toString(),
        scenario.plan().toString(),
        scenario.name(),
        scenario.kind() == ScenarioKind.TODAY,
        state,
        scenario.version(),
        scenario.undoable(),
        scenario.redoable(),
        laid.plan().currency(),
        IntStream.range(0, work.territoryCount()).mapToObj(this::territory).toList(),
        sums[0],
        unassigned(sums[1]),
        balance(),
        faults(),
        change,
        laid.undecided().stream().map(ProblemItem::of).toList(),
        ownerProblems.stream().map(ProblemItem::of).toList(),
        design == null ? null : design.origin());
  }

  /** Of what the territories hold, and of what none does. */
  private Figures[] sums() {
    AccountBook book = work.book();
    long[] held = new long[book.measureCount()];
    long[] free = new long[book.measureCount()];
    for (int account = 0; account < book.size(); account++) {
      long[] sums = work.territoryOfAccount(account) < 0 ? free : held;
      for (int m = 0; m < sums.length; m++) {
        sums[m] += book.amount(m, account);
      }
    }
    return new Figures[] {Amounts.figures(held), Amounts.figures(free)};
  }

  private Unassigned unassigned(Figures totals) {
    int units = 0;
    for (int unit = 0; unit < work.unitCount(); unit++) {
      units += work.territoryOfUnit(unit) < 0 ? 1 : 0;
    }
    return new Unassigned(unitsWithAccountsUnassigned(), units, totals);
  }

  private int unitsWithAccountsUnassigned() {
    AccountBook book = work.book();
    return (int)
        IntStream.range(0, book.size())
            .map(book::unitOf)
            .filter(unit -> unit != AccountBook.NO_UNIT && work.territoryOfUnit(unit) < 0)
            .distinct()
            .count();
  }

  TerritorySummary territory(int number) {
    ScenarioTerritory territory = laid.scenario().territories().get(number);
    TerritoryShape shape = work.shape(number);
    long[] totals = new long[work.book().measureCount()];
    Arrays.setAll(totals, m -> work.total(m, number));
    return new TerritorySummary(
        number,
        territory.code().value(),
        territory.name(),
        colours[number],
        territory.share(),
        territory.representative() == null ? null : territory.representative().toString(),
        roster.name(territory.representative()),
        Coordinates.of(territory.home()),
        Coordinates.of(shape.centre()),
        work.unitsIn(number),
        Amounts.figures(totals),
        new Figures(
            index[0][number],
            index[1][number],
            index[2][number],
            index[3][number],
            index[4][number]),
        shape.pieces() <= 1,
        shape.spreadKm());
  }

  List<MeasureBalance> balance() {
    if (work.territoryCount() == 0) {
      return List.of();
    }
    List<Measure> measures = AccountBook.measures(laid.plan().currency());
    return IntStream.range(0, measures.size()).mapToObj(m -> balance(m, measures.get(m))).toList();
  }

  private MeasureBalance balance(int m, Measure measure) {
    long[] totals = work.totals(m);
    double[] deviations = Balance.deviations(totals, shares);
    int worst =
        IntStream.range(0, deviations.length)
            .reduce((a, b) -> Math.abs(deviations[b]) > Math.abs(deviations[a]) ? b : a)
            .orElse(0);
    double sum = Arrays.stream(totals).sum();
    return new MeasureBalance(
        measure.name(),
        Math.abs(deviations[worst]),
        laid.scenario().territories().get(worst).code().value(),
        design == null ? null : design.tolerance(measure.name()),
        lowerBound(m),
        sum / Arrays.stream(shares).sum() / measure.one());
  }

  /**
   * Units are assigned whole: whoever gets the largest one holds at least that much. Null when this
   * says nothing.
   */
  private @Nullable Double lowerBound(int measure) {
    double total = work.amountInUnits(measure);
    double largestShare = Arrays.stream(shares).max().orElse(1) / Arrays.stream(shares).sum();
    double bound = work.largestUnit(measure) / (total * largestShare) - 1;
    return bound > 0 && total > 0 ? bound : null;
  }

  List<ContiguityFault> faults() {
    return IntStream.range(0, work.territoryCount())
        .filter(t -> work.shape(t).pieces() > 1)
        .mapToObj(t ->
            new ContiguityFault(
                laid.scenario().territories().get(t).code().value(),
                work.shape(t).pieces(),
                work.shape(t).strayUnits().stream()
                    .limit(STRAY_SHOWN)
                    .map(unit -> laid.ground().numbering().id(unit).value())
                    .toList()))
        .toList();
  }
}

package bailiwick.cli.design;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Atlas;
import bailiwick.core.account.Account;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.Cancellation;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.optimize.district.DistrictOutcome;
import bailiwick.core.optimize.district.DistrictPlan;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.intake.brief.BriefProblem;
import bailiwick.intake.brief.BriefSearch;
import bailiwick.intake.brief.DesignBrief;
import bailiwick.intake.brief.DesignProblems;
import bailiwick.intake.brief.DrawnBrief;
import bailiwick.intake.brief.UnitAmounts;
import bailiwick.intake.today.Today;
import bailiwick.intake.today.TodayBuilder;
import bailiwick.intake.today.TodayProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A brief carried out on a list of accounts. Immutable.
 *
 * @param brief what was asked, for the territories that came of it
 * @param amounts what each unit brings
 * @param problem what the optimiser was asked
 * @param outcome what came of it
 * @param today who has what today, empty when the accounts name no owner and no territory
 * @param accounts how many accounts were given
 * @param unplaced how many of them lie in no unit of the plan
 * @param modes what was wanted besides territories drawn from scratch, and what came of it
 * @param districts of the territories, where there are such
 */
record BriefDesign(
    DesignBrief brief,
    UnitAmounts amounts,
    DesignProblem problem,
    DesignOutcome outcome,
    Optional<Today> today,
    long accounts,
    long unplaced,
    List<ModeTold> modes,
    Optional<DistrictPlan> districts) {

  /**
   * Fills the units from the accounts and draws the territories.
   *
   * @param settings how hard to search the problem made
   * @param solver for what is small enough to be answered exactly
   */
  static BriefDesign run(
      DesignBrief brief,
      List<Account> accounts,
      Atlas atlas,
      Function<DesignProblem, DesignSettings> settings,
      DesignListener listener,
      Cancellation cancellation,
      ExactSolver solver) {
    var unitOf = new UnitOfAccount(atlas, brief.unitKind(), brief.country());
    Optional<Today> today = today(brief, accounts, atlas);
    Geography geography = Geography.of(brief, accounts, atlas);
    UnitAmounts amounts = UnitAmounts.ofAccounts(geography.units(), CURRENCY, accounts, unitOf);
    long unplaced =
        accounts.stream()
            .filter(account ->
                unitOf.apply(account).flatMap(unit -> find(geography.units(), unit)).isEmpty())
            .count();
    DesignBrief named = named(brief, today);
    DesignProblem problem = geography.problem(named, amounts, today.map(Today::alignment), atlas);
    DrawnBrief drawn =
        new BriefSearch(named, problem, settings.apply(problem), listener, cancellation, solver)
            .run(amounts);
    return new BriefDesign(
        drawn.brief(),
        amounts,
        drawn.problem(),
        drawn.outcome(),
        today,
        accounts.size(),
        unplaced,
        told(drawn),
        drawn.districts().flatMap(DistrictOutcome::districts));
  }

  private static List<ModeTold> told(DrawnBrief drawn) {
    List<ModeTold> told = new ArrayList<>();
    drawn.change().map(ChangeTold::new).ifPresent(told::add);
    drawn.number().map(NumberTold::new).ifPresent(told::add);
    drawn.districts().map(found -> new DistrictsTold(drawn.problem(), found)).ifPresent(told::add);
    return told;
  }

  /** The brief for today's territories where it names none. */
  private static DesignBrief named(DesignBrief brief, Optional<Today> today) {
    if (!brief.territories().isEmpty()) {
      return brief;
    }
    if (brief.modes().number().isPresent()) {
      return brief.withTerritories(DesignBrief.equalTerritories(1));
    }
    List<DesignBrief.Territory> territories =
        today.map(Today::territories).orElse(List.of()).stream()
            .map(each -> new DesignBrief.Territory(each.code().value(), each.name(), 1, null))
            .toList();
    if (territories.isEmpty()) {
      throw ProblemException.of(
          new BriefProblem.NoToday("/territories", "Leaving out the territories"));
    }
    return brief.withTerritories(territories);
  }

  /**
   * The plan to write: the one designed, or the closest one found; empty when proved impossible.
   */
  Optional<DesignPlan> findPlan() {
    return outcome.findPlan();
  }

  /** What is odd about today's owners. */
  List<TodayProblem> ownerProblems() {
    return today.map(Today::problems).orElse(List.of());
  }

  /** Files carry no currency; amounts are told in the file's own money. */
  private static final String CURRENCY = "money";

  private static Optional<UnitId> find(UnitNumbering units, UnitId unit) {
    return units.findNumber(unit).isPresent() ? Optional.of(unit) : Optional.empty();
  }

  private static Optional<Today> today(DesignBrief brief, List<Account> accounts, Atlas atlas) {
    boolean owned =
        accounts.stream()
            .anyMatch(
                account -> !account.ownerKey().isEmpty() || !account.territoryKey().isEmpty());
    if (!owned) {
      return Optional.empty();
    }
    TodayBuilder builder = TodayBuilder.of(atlas, brief.unitKind(), brief.country());
    accounts.forEach(builder::add);
    // Without a roster nobody can have left, so the day does not matter.
    return Optional.of(builder.build(List.of(), LocalDate.EPOCH));
  }

  /** Where the units of a brief lie and which of them touch. */
  private sealed interface Geography {

    UnitNumbering units();

    DesignProblem problem(
        DesignBrief brief, UnitAmounts amounts, Optional<Alignment> today, Atlas atlas);

    /** Areas of the atlas. */
    record Areas(AreaLayer layer) implements Geography {
      @Override
      public UnitNumbering units() {
        return layer.numbering();
      }

      @Override
      public DesignProblem problem(
          DesignBrief brief, UnitAmounts amounts, Optional<Alignment> today, Atlas atlas) {
        return DesignProblems.of(brief, amounts, layer, today, atlas);
      }
    }

    /** The accounts themselves, at their places. */
    record Points(UnitNumbering units, List<LonLat> points) implements Geography {
      @Override
      public DesignProblem problem(
          DesignBrief brief, UnitAmounts amounts, Optional<Alignment> today, Atlas atlas) {
        return DesignProblems.ofPoints(brief, amounts, points, today, atlas);
      }
    }

    static Geography of(DesignBrief brief, List<Account> accounts, Atlas atlas) {
      if (brief.unitKind() != UnitKind.ACCOUNT) {
        return new Areas(atlas.areas(brief.unitKind(), brief.country()));
      }
      List<UnitId> ids = new ArrayList<>();
      List<LonLat> points = new ArrayList<>();
      for (Account account : accounts) {
        LonLat point = account.location().point();
        if (point != null) {
          ids.add(new UnitId(account.externalId()));
          points.add(point);
        }
      }
      return new Points(UnitNumbering.of(ids), points);
    }
  }
}

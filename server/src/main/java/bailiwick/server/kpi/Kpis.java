package bailiwick.server.kpi;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.kpi.KpiRequest;
import bailiwick.kpi.QuotaLine;
import bailiwick.kpi.TerritoryKpi;
import bailiwick.kpi.TerritoryKpis;
import bailiwick.server.company.Today;
import bailiwick.server.kpi.KpiWire.KpiRow;
import bailiwick.server.kpi.KpiWire.KpiTable;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.roster.Roster;
import bailiwick.server.scenario.Scenarios;
import bailiwick.store.Store;
import bailiwick.store.ledger.TerritoryTotals;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.Plan;
import bailiwick.store.plan.PlanId;
import bailiwick.store.publication.Publication;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Key figures per territory, from the accounts and from what was delivered. Thread-safe. */
public class Kpis {

  private final Store store;
  private final Scenarios scenarios;
  private final Roster roster;
  private final Today today;

  /** Figures of a store's accounts. */
  public Kpis(Store store, Scenarios scenarios, Roster roster, Today today) {
    this.store = store;
    this.scenarios = scenarios;
    this.roster = roster;
    this.today = today;
  }

  /** A territory as the table names it. */
  private record Seat(TerritoryCode code, String name, @Nullable RepresentativeId person) {}

  KpiTable ofScenario(ScenarioId id) {
    Scenario scenario = store.scenarios().get(id);
    Plan plan = store.plans().get(scenario.plan());
    List<Seat> seats =
        scenario.territories().stream()
            .map(one -> new Seat(one.code(), one.name(), one.representative()))
            .toList();
    Map<AccountId, TerritoryCode> territoryOf = scenarios.territoryOfAccounts(id);
    return table(plan, id, today.date(), seats, territoryOf::get);
  }

  /**
   * The figures of what is published.
   *
   * @param asked the day; today, or the first day published, when null
   * @throws ProblemException with {@code PUBLICATION_NONE}
   */
  public KpiTable ofPlan(PlanId id, @Nullable LocalDate asked) {
    Plan plan = store.plans().get(id);
    LocalDate on = asked == null ? dayToShow(plan) : asked;
    List<Seat> seats = store.ledger().totals(id, on).stream().map(Kpis::seat).toList();
    if (seats.isEmpty()) {
      throw ProblemException.of(new ServerProblem.NothingPublished(on));
    }
    Map<AccountId, TerritoryCode> territoryOf = new HashMap<>();
    store.ledger().forEachOwned(LayerId.NEW_BUSINESS, on, territoryOf::put);
    return table(plan, null, on, seats, territoryOf::get);
  }

  private static Seat seat(TerritoryTotals totals) {
    return new Seat(totals.territory(), totals.name(), totals.representative());
  }

  /** Today, or the first day published when that is still to come. */
  private LocalDate dayToShow(Plan plan) {
    LocalDate now = today.date();
    Optional<LocalDate> first =
        store.publications().standing(plan.id()).stream()
            .map(Publication::effectiveFrom)
            .min(Comparator.naturalOrder());
    return first.filter(day -> day.isAfter(now)).orElse(now);
  }

  private KpiTable table(
      Plan plan,
      @Nullable ScenarioId scenario,
      LocalDate on,
      List<Seat> seats,
      Function<AccountId, @Nullable TerritoryCode> territoryOf) {
    FigureSources sources = FigureSources.of(store, on);
    bailiwick.kpi.KpiTable computed =
        TerritoryKpis.compute(
            new KpiRequest(
                sources.period(),
                seats.stream().map(Seat::code).toList(),
                sources.figures(territoryOf),
                quotas(seats, sources)));
    List<KpiRow> rows = new ArrayList<>();
    for (int k = 0; k < seats.size(); k++) {
      rows.add(row(seats.get(k), computed.rows().get(k).kpi(), sources));
    }
    return new KpiTable(
        plan.id().toString(),
        scenario == null ? null : scenario.toString(),
        on,
        sources.period().from(),
        sources.period().asOf(),
        plan.currency(),
        rows,
        row(null, computed.unowned(), sources),
        row(null, computed.company(), sources),
        sources.told());
  }

  private Map<TerritoryCode, List<QuotaLine>> quotas(List<Seat> seats, FigureSources sources) {
    return new SeatQuotas(sources.quotas(), sources.period(), roster)
        .of(seats.stream().map(seat -> new SeatQuotas.Served(seat.code, seat.person)).toList());
  }

  private KpiRow row(@Nullable Seat seat, TerritoryKpi kpi, FigureSources sources) {
    String person = seat == null ? null : roster.name(seat.person);
    Double potential = whole(kpi.potentialCents());
    Double revenue = whole(kpi.revenueCents());
    return new KpiRow(
        seat == null ? "" : seat.code.value(),
        seat == null ? "" : seat.name,
        person,
        kpi.accounts(),
        kpi.prospects(),
        potential,
        revenue,
        whole(kpi.quotaCents()),
        whole(kpi.remainingQuotaCents()),
        whole(kpi.openPipelineCents()),
        boxed(kpi.attainment()),
        boxed(kpi.pipelineCoverage()),
        boxed(kpi.potentialIndex()),
        boxed(kpi.potentialShare()),
        revenue == null || potential == null || potential == 0 ? null : revenue / potential,
        count(kpi.wonDeals()),
        count(kpi.lostDeals()),
        boxed(kpi.winRate()),
        count(kpi.contactedAccounts()),
        boxed(kpi.coverage()),
        notes(seat, person, kpi, sources));
  }

  private static List<String> notes(
      @Nullable Seat seat, @Nullable String person, TerritoryKpi kpi, FigureSources sources) {
    List<String> notes = new ArrayList<>();
    if (seat != null && kpi.quotaCents().isEmpty()) {
      notes.add(
          person == null
              ? "The seat is vacant: there is no quota."
              : "%s has no quota.".formatted(person));
    }
    if (kpi.quotaCents().isPresent() && kpi.pipelineCoverage().isEmpty()) {
      notes.add("The quota is reached: nothing remains for the pipeline to cover.");
    }
    if (kpi.wonDeals().isPresent() && kpi.winRate().isEmpty()) {
      notes.add("No opportunity was closed: there is no win rate.");
    }
    notes.addAll(sources.missing());
    return notes;
  }

  private static @Nullable Double whole(OptionalLong cents) {
    return cents.isPresent() ? cents.getAsLong() / 100.0 : null;
  }

  private static @Nullable Long count(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}

package bailiwick.server.patch;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.Representative;
import bailiwick.server.account.AccountWire.Owner;
import bailiwick.server.account.Ownership;
import bailiwick.server.company.Today;
import bailiwick.server.kpi.KpiWire.KpiRow;
import bailiwick.server.kpi.KpiWire.KpiTable;
import bailiwick.server.kpi.Kpis;
import bailiwick.server.patch.PatchWire.Patch;
import bailiwick.server.patch.PatchWire.PatchChange;
import bailiwick.server.patch.PatchWire.PatchChanges;
import bailiwick.server.patch.PatchWire.PatchPublication;
import bailiwick.server.patch.PatchWire.PatchTerritory;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.published.Explanation;
import bailiwick.server.published.PublishedRouters;
import bailiwick.server.published.PublishedRouters.Published;
import bailiwick.server.roster.Roster;
import bailiwick.server.scenario.Amounts;
import bailiwick.server.security.Caller;
import bailiwick.server.wire.Coordinates;
import bailiwick.server.wire.Figures;
import bailiwick.store.Store;
import bailiwick.store.ledger.BookChange;
import bailiwick.store.ledger.TerritoryTotals;
import bailiwick.store.plan.LayerId;
import bailiwick.store.publication.Publication;
import bailiwick.store.scenario.ScenarioTerritory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Tells a representative what is theirs, from the ledger. Thread-safe. */
public class Patches {

  private static final int SHOWN = 500;
  private static final Figures NOTHING = new Figures(0, 0, 0, 0, 0);

  private final Store store;
  private final PublishedRouters routers;
  private final Roster roster;
  private final Kpis kpis;
  private final Today today;

  /** Patches by the ledger of a store. */
  public Patches(Store store, PublishedRouters routers, Roster roster, Kpis kpis, Today today) {
    this.store = store;
    this.routers = routers;
    this.roster = roster;
    this.kpis = kpis;
    this.today = today;
  }

  Patch of(Caller caller, @Nullable LocalDate asked) {
    Representative person = roster.find(caller.representative());
    if (person == null) {
      throw ProblemException.of(new ServerProblem.NotFound("representative", caller.username()));
    }
    LocalDate on = asked == null ? today.date() : asked;
    Optional<Published> inForce = routers.findOn(on);
    LocalDate until = inForce.map(one -> one.rules().until()).orElse(null);
    return new Patch(
        on,
        person.id().toString(),
        person.name(),
        store.company().find().map(company -> company.currency()).orElse(""),
        inForce.map(Patches::view).orElse(null),
        until == null ? null : routers.findOn(until).map(Patches::view).orElse(null),
        inForce.map(published -> territories(person, published, on)).orElse(List.of()),
        inForce.map(published -> changes(person, published, on)).orElse(null));
  }

  private static PatchPublication view(Published published) {
    Publication publication = published.rules().publication();
    return new PatchPublication(
        publication.id().toString(),
        publication.plan().toString(),
        publication.scenarioName(),
        publication.effectiveFrom(),
        publication.publishedAt(),
        publication.who());
  }

  private List<PatchTerritory> territories(
      Representative person, Published published, LocalDate on) {
    List<TerritoryTotals> all = store.ledger().totals(published.rules().publication().plan(), on);
    List<TerritoryTotals> own =
        all.stream().filter(one -> person.id().equals(one.representative())).toList();
    if (own.isEmpty()) {
      return List.of();
    }
    Figures company = all.stream().map(Patches::totals).reduce(NOTHING, Patches::sum);
    double shares =
        published.rules().territories().stream().mapToDouble(ScenarioTerritory::share).sum();
    KpiTable figures = kpis.ofPlan(published.rules().publication().plan(), on);
    return own.stream().map(one -> territory(one, published, company, shares, figures)).toList();
  }

  private static PatchTerritory territory(
      TerritoryTotals held, Published published, Figures company, double shares, KpiTable figures) {
    String code = held.territory().value();
    Optional<ScenarioTerritory> drawn = published.findTerritory(code);
    double share = drawn.map(ScenarioTerritory::share).orElse(1.0);
    Figures totals = totals(held);
    Figures target = combined(company, company, (all, same) -> all * share / shares);
    return new PatchTerritory(
        code,
        held.name(),
        drawn.map(ScenarioTerritory::colour).orElse(0),
        Coordinates.of(drawn.map(ScenarioTerritory::home).orElse(null)),
        share,
        totals,
        target,
        combined(totals, target, (part, fair) -> fair == 0 ? 100 : 100 * part / fair),
        row(figures, code));
  }

  private static KpiRow row(KpiTable figures, String code) {
    return figures.rows().stream()
        .filter(row -> row.territoryCode().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private PatchChanges changes(Representative person, Published published, LocalDate on) {
    LocalDate first = published.rules().publication().effectiveFrom();
    // With the very first publication everything would be new, which tells nobody anything.
    LocalDate since = routers.findOn(first.minusDays(1)).isPresent() ? first.minusDays(1) : first;
    List<BookChange> changes =
        store.ledger().bookChanges(person.id(), LayerId.NEW_BUSINESS, since, on);
    return new PatchChanges(
        since,
        sum(changes, person, true),
        sum(changes, person, false),
        shown(changes, person, published));
  }

  private List<PatchChange> shown(
      List<BookChange> changes, Representative person, Published published) {
    List<BookChange> shown = changes.subList(0, Math.min(SHOWN, changes.size()));
    Map<AccountId, Account> accounts =
        store.accounts().getAll(shown.stream().map(BookChange::account).toList());
    return shown.stream()
        .map(change -> {
          Account account = Objects.requireNonNull(accounts.get(change.account()));
          return view(change, person, reason(change, account, published));
        })
        .toList();
  }

  private static String reason(BookChange change, Account account, Published published) {
    BookChange.Holder after = change.after();
    if (after == null) {
      return "No rule gives it to anybody any more.";
    }
    return Ownership.explain(account, after.territory(), published)
        .map(Explanation::reason)
        .orElse(change.why());
  }

  private static Figures sum(List<BookChange> changes, Representative person, boolean gained) {
    return changes.stream()
        .filter(change -> isGained(change, person) == gained)
        .map(change -> Amounts.figures(1, change.worth()))
        .reduce(NOTHING, Patches::sum);
  }

  private static PatchChange view(BookChange change, Representative person, String reason) {
    return new PatchChange(
        change.account().toString(),
        change.name(),
        change.city(),
        isGained(change, person),
        owner(change.before()),
        owner(change.after()),
        Amounts.whole(change.worth().potentialCents()),
        reason);
  }

  private static boolean isGained(BookChange change, Representative person) {
    BookChange.Holder after = change.after();
    return after != null && person.id().equals(after.representative());
  }

  private static @Nullable Owner owner(BookChange.@Nullable Holder holder) {
    return holder == null
        ? null
        : new Owner(
            holder.territory().value(),
            holder.territoryName(),
            holder.representative() == null ? null : holder.representative().toString(),
            holder.representative() == null ? null : holder.representativeName());
  }

  private static Figures totals(TerritoryTotals territory) {
    return Amounts.figures(territory.accounts(), territory.worth());
  }

  private static Figures sum(Figures one, Figures other) {
    return combined(one, other, Double::sum);
  }

  private static Figures combined(Figures one, Figures other, DoubleBinaryOperator by) {
    return new Figures(
        by.applyAsDouble(one.accounts(), other.accounts()),
        by.applyAsDouble(one.potential(), other.potential()),
        by.applyAsDouble(one.workload(), other.workload()),
        by.applyAsDouble(one.sales(), other.sales()),
        by.applyAsDouble(one.pipeline(), other.pipeline()));
  }
}

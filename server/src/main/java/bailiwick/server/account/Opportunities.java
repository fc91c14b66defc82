package bailiwick.server.account;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.rules.syntax.Rule;
import bailiwick.server.account.OpportunityWire.DealOwnerView;
import bailiwick.server.account.OpportunityWire.HoldRequest;
import bailiwick.server.account.OpportunityWire.HoldView;
import bailiwick.server.account.OpportunityWire.OpportunityPage;
import bailiwick.server.account.OpportunityWire.OpportunityView;
import bailiwick.server.company.Today;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.published.PublishedRouters;
import bailiwick.server.published.PublishedRouters.Published;
import bailiwick.store.Store;
import bailiwick.store.database.Page;
import bailiwick.store.deal.DealDecision;
import bailiwick.store.deal.DealId;
import bailiwick.store.deal.DealOwner;
import bailiwick.store.deal.DealRepository;
import bailiwick.store.deal.Hold;
import bailiwick.store.deal.NewHold;
import bailiwick.store.deal.OpenDeal;
import bailiwick.store.ledger.LedgerRepository;
import bailiwick.store.ledger.LedgerSubject;
import bailiwick.store.plan.Layer;
import bailiwick.store.plan.LayerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides open opportunities by the rules that decide their accounts, and holds those that are to
 * stay where they are. Thread-safe.
 *
 * <p>An opportunity belongs to whom the ledger says that its account belongs; the rules tell why. A
 * held one keeps its territory until the hold ends.
 */
public class Opportunities {

  private static final int BATCH = 5_000;

  private final Store store;
  private final PublishedRouters routers;
  private final Today today;

  /** Opportunities of a store. */
  public Opportunities(Store store, PublishedRouters routers, Today today) {
    this.store = store;
    this.routers = routers;
    this.today = today;
  }

  /** Decides every open opportunity in every layer that has rules in force. */
  public void decideAll() {
    for (Layer layer : store.plans().layers()) {
      routers
          .findOn(layer.id(), today.date())
          .ifPresent(
              rules -> decide(layer.id(), rules, store.deals().open(layer.id(), today.date())));
    }
  }

  /** Decides the open opportunities of an account. Runs in the caller's transaction. */
  public void decideOf(AccountId account) {
    for (Layer layer : store.plans().layers()) {
      routers
          .findOn(layer.id(), today.date())
          .ifPresent(rules ->
              decide(layer.id(), rules, store.deals().openOf(account, layer.id(), today.date())));
    }
  }

  /**
   * Decides the open opportunities of a layer that were never decided, those that other rules than
   * the ones in force decided, and those whose hold has ended or whose account has gone elsewhere
   * by itself.
   */
  public void decideStale(LayerId layer, Published inForce) {
    Predicate<OpenDeal> stale =
        deal -> {
          DealDecision decision = deal.decision();
          return decision == null
              || !decision.publication().equals(inForce.rules().publication().id())
              || decision.outdated();
        };
    decide(layer, inForce, store.deals().open(layer, today.date()).stream().filter(stale).toList());
  }

  private void decide(LayerId layer, Published rules, List<OpenDeal> deals) {
    LocalDate now = today.date();
    List<OpenDeal> free =
        deals.stream()
            .filter(deal -> deal.decision() == null || !deal.decision().isHeld())
            .toList();
    for (int start = 0; start < free.size(); start += BATCH) {
      List<OpenDeal> some = free.subList(start, Math.min(free.size(), start + BATCH));
      Map<AccountId, LedgerSubject> accounts = accountsOf(some, layer, now);
      List<DealRepository.Made> made = new ArrayList<>();
      for (OpenDeal deal : some) {
        LedgerSubject account = Objects.requireNonNull(accounts.get(deal.account()));
        DealRepository.Made decided = decide(deal, account, rules);
        if (isNews(decided, rules)) {
          made.add(decided);
        }
      }
      store.deals().decide(layer, rules.rules().publication().id(), made);
    }
  }

  private Map<AccountId, LedgerSubject> accountsOf(
      List<OpenDeal> deals, LayerId layer, LocalDate on) {
    List<AccountId> ids = deals.stream().map(OpenDeal::account).distinct().toList();
    return store.ledger().findSubjects(ids, layer, on);
  }

  private static DealRepository.Made decide(OpenDeal deal, LedgerSubject account, Published rules) {
    LedgerSubject.Held held = account.held();
    Optional<Rule> rule = rules.findRule(account);
    if (held == null) {
      return new DealRepository.Made(
          deal,
          null,
          "",
          rule.isEmpty()
              ? "Nobody gets it: no rule gives its account to anybody."
              : "Nobody gets it: nobody owns its account.");
    }
    TerritoryCode owner = held.territory();
    boolean byRule = rule.isPresent() && rule.get().territory().equals(owner);
    return byRule && !account.isExcepted()
        ? new DealRepository.Made(
            deal,
            owner,
            rule.get().id().value(),
            "It goes with its account to %s by the rule `%s`.".formatted(owner, rule.get().id()))
        : new DealRepository.Made(deal, owner, "", whyNot(account, owner, rule));
  }

  /** Why its account belongs to somebody whom no rule names. */
  private static String whyNot(LedgerSubject account, TerritoryCode owner, Optional<Rule> rule) {
    TerritoryCode byRules = rule.map(Rule::territory).orElse(null);
    if (account.isExcepted()) {
      return "It goes with its account, which %s has by an exception.".formatted(owner);
    }
    return account.waitsFor(byRules)
        ? "Its account stays with %s until its move to %s is made."
            .formatted(owner, byRules == null ? "nobody" : byRules)
        : "It goes with its account, which %s has by the ledger, other than by the rules."
            .formatted(owner);
  }

  private static boolean isNews(DealRepository.Made made, Published rules) {
    DealDecision before = made.deal().decision();
    return before == null
        || before.outdated()
        || !before.publication().equals(rules.rules().publication().id())
        || !Objects.equals(before.territory(), made.territory())
        || !before.rule().equals(made.rule());
  }

  OpportunityPage list(String layer, boolean heldOnly, @Nullable String cursor, int limit) {
    Page<OpenDeal> page =
        store.deals().list(routers.getLayer(layer).id(), today.date(), heldOnly, cursor, limit);
    return new OpportunityPage(views(page.items()), page.nextCursor());
  }

  /** The open opportunities of an account and of those merged into it. */
  OpportunityPage of(String layer, AccountId account, boolean heldOnly) {
    List<OpenDeal> decided =
        store.deals().openOf(account, routers.getLayer(layer).id(), today.date()).stream()
            .filter(deal -> deal.decision() != null && (deal.decision().isHeld() || !heldOnly))
            .toList();
    return new OpportunityPage(views(decided), null);
  }

  OpportunityView hold(DealId id, HoldRequest request, String who) {
    LocalDate until = request.until();
    LocalDate from = request.from() == null ? today.date() : request.from();
    if (until != null && !until.isAfter(today.date()) && !from.isBefore(today.date())) {
      throw ProblemException.of(
          new ServerProblem.Field(
              "/until", "(%s) must be a day after today, %s".formatted(until, today.date())));
    }
    get(id);
    store.deals().hold(id, new NewHold(from, until, request.why().strip(), who));
    return views(List.of(get(id))).getFirst();
  }

  /** Ends a hold; the opportunity follows its account from now on. */
  OpportunityView release(DealId id, String who) {
    OpenDeal released =
        store.inTransaction(() -> {
          OpenDeal deal = get(id);
          store.deals().release(id, today.date(), who);
          decideOf(deal.account());
          return get(id);
        });
    return views(List.of(released)).getFirst();
  }

  DealOwnerView owner(DealId id, @Nullable LocalDate on, @Nullable Instant knownAsOf) {
    LocalDate day = on == null ? today.date() : on;
    return store
        .deals()
        .ownerOn(id, day, knownAsOf == null ? LedgerRepository.NOW : knownAsOf)
        .map(owner -> view(day, owner))
        .orElseGet(() ->
            new DealOwnerView(day, null, null, null, false, "Nobody owned its account that day."));
  }

  private static DealOwnerView view(LocalDate day, DealOwner owner) {
    RepresentativeId person = owner.representative();
    return new DealOwnerView(
        day,
        owner.territory().value(),
        person == null ? null : person.toString(),
        person == null ? null : owner.representativeName(),
        owner.held(),
        owner.why());
  }

  private OpenDeal get(DealId id) {
    return store
        .deals()
        .find(id, today.date())
        .orElseThrow(
            () -> ProblemException.of(new ServerProblem.NotFound("opportunity", id.toString())));
  }

  private List<OpportunityView> views(List<OpenDeal> deals) {
    Map<AccountId, Account> accounts =
        store.accounts().getAll(deals.stream().map(OpenDeal::account).toList());
    return deals.stream()
        .map(deal -> view(deal, Objects.requireNonNull(accounts.get(deal.account()))))
        .toList();
  }

  private OpportunityView view(OpenDeal deal, Account account) {
    DealDecision decision = Objects.requireNonNull(deal.decision());
    TerritoryCode territory = decision.territory();
    Hold hold = decision.hold();
    Optional<DealOwner> owner =
        store.deals().ownerOn(decision.id(), today.date(), LedgerRepository.NOW);
    return new OpportunityView(
        decision.id().toString(),
        deal.externalId(),
        deal.source(),
        account.id().toString(),
        account.name(),
        deal.stage(),
        deal.amountCents() / 100.0,
        territory == null ? null : territory.value(),
        owner
            .filter(one -> one.territory().equals(territory) && one.representative() != null)
            .map(DealOwner::representativeName)
            .orElse(null),
        decision.rule().isEmpty() ? null : decision.rule(),
        decision.reason(),
        decision.publication().toString(),
        decision.decidedAt(),
        hold == null
            ? null
            : new HoldView(hold.from(), hold.until(), hold.why(), hold.who(), hold.at()));
  }
}

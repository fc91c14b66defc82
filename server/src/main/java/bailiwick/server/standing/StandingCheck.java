package bailiwick.server.standing;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.syntax.Rule;
import bailiwick.server.account.Opportunities;
import bailiwick.server.company.Today;
import bailiwick.server.metrics.Metrics;
import bailiwick.server.published.PublishedRouters;
import bailiwick.server.published.PublishedRouters.Published;
import bailiwick.server.route.LeadAttributes;
import bailiwick.server.standing.Standing.Difference;
import bailiwick.server.standing.Standing.Of;
import bailiwick.store.Store;
import bailiwick.store.deal.DealDecision;
import bailiwick.store.deal.OpenDeal;
import bailiwick.store.ledger.LedgerSubject;
import bailiwick.store.plan.Layer;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what is kept with what the compiled rules in force decide today: the ledger's owner of
 * every account, where every open opportunity went, and every lead that these rules decided.
 * Accounts are streamed; a million take seconds. Thread-safe: one check at a time.
 *
 * <p>A difference that has a lawful reason on record is named and not counted: a move that is
 * proposed and not yet made, an exception, a held opportunity. Every other one is a contradiction:
 * there is one way to a decision, so nothing can bring it about but a fault or a hand in the
 * database.
 */
public class StandingCheck {

  private static final Logger LOG = LoggerFactory.getLogger(StandingCheck.class);

  /** How long a check counts as the present state when nothing is published meanwhile. */
  private static final Duration FRESH = Duration.ofHours(1);

  private static final int BATCH = 5_000;

  private final Store store;
  private final PublishedRouters routers;
  private final Opportunities opportunities;
  private final Today today;
  private final Metrics metrics;
  private final Map<LayerId, Standing> latest = new ConcurrentHashMap<>();

  /** Checks of a store. */
  public StandingCheck(
      Store store,
      PublishedRouters routers,
      Opportunities opportunities,
      Today today,
      Metrics metrics) {
    this.store = store;
    this.routers = routers;
    this.opportunities = opportunities;
    this.today = today;
    this.metrics = metrics;
  }

  /**
   * Checks a layer now.
   *
   * @throws ProblemException when no rules are in force
   */
  public synchronized Standing run(Layer layer) {
    LocalDate on = today.date();
    Published rules = routers.getOn(layer.id(), on);
    Instant begin = store.now();
    var tally = new Standing.Tally();
    PlanId plan = rules.rules().publication().plan();
    store
        .ledger()
        .forEachSubject(
            layer.id(),
            on,
            account -> {
              tally.addAccount();
              Optional<Rule> rule = rules.findRule(account);
              compare(account, rule.orElse(null), plan, tally);
            });
    compareLeads(rules, tally);
    opportunities.decideStale(layer.id(), rules);
    compareDeals(layer.id(), rules, tally);
    Standing standing =
        tally.standing(
            new Standing.Basis(
                layer,
                on,
                rules.rules().publication().id(),
                begin,
                Duration.between(begin, store.now())));
    latest.put(layer.id(), standing);
    metrics.contradictions(layer.code(), standing.contradictions());
    if (standing.contradictions() > 0) {
      LOG.warn(
          "The ledger of {} and its rules contradict each other {} times.",
          layer.code(),
          standing.contradictions());
    }
    return standing;
  }

  private static void compare(
      LedgerSubject account, @Nullable Rule rule, PlanId plan, Standing.Tally tally) {
    LedgerSubject.Held held = account.held();
    Disagreement kind = kind(account, rule == null ? null : rule.territory(), plan);
    if (kind != null) {
      String kept = held == null ? "" : held.territory().value();
      Rule shown = account.merged() ? null : rule;
      tally.differs(new Difference(kind, Of.ACCOUNT, account.account().value(), kept, shown));
    }
  }

  private static @Nullable Disagreement kind(
      LedgerSubject account, @Nullable TerritoryCode byRules, PlanId plan) {
    LedgerSubject.Held held = account.held();
    if (account.merged()) {
      return held == null ? null : Disagreement.MERGED;
    }
    if (held == null) {
      return byRules == null ? null : Disagreement.NOT_IN_LEDGER;
    }
    if (held.territory().equals(byRules) && held.plan().equals(plan)) {
      return null;
    }
    if (account.isExcepted()) {
      return Disagreement.EXCEPTION;
    }
    if (account.waitsFor(byRules)) {
      return Disagreement.MOVE_PROPOSED;
    }
    if (byRules == null) {
      return Disagreement.NOT_BY_RULES;
    }
    return held.plan().equals(plan) ? Disagreement.OTHER_TERRITORY : Disagreement.OTHER_PLAN;
  }

  private void compareDeals(LayerId layer, Published rules, Standing.Tally tally) {
    List<OpenDeal> deals = store.deals().open(layer, today.date());
    for (int start = 0; start < deals.size(); start += BATCH) {
      List<OpenDeal> some = deals.subList(start, Math.min(deals.size(), start + BATCH));
      List<AccountId> ids = some.stream().map(OpenDeal::account).distinct().toList();
      Map<AccountId, LedgerSubject> accounts =
          store.ledger().findSubjects(ids, layer, today.date());
      for (OpenDeal deal : some) {
        LedgerSubject account = Objects.requireNonNull(accounts.get(deal.account()));
        Optional<Rule> rule = rules.findRule(account);
        compare(deal, account, rule.orElse(null), tally);
      }
    }
  }

  /**
   * A lead keeps its decision, so that only those are looked at that the rules in force decided.
   */
  private void compareLeads(Published rules, Standing.Tally tally) {
    store
        .leads()
        .forEachDecided(
            rules.rules().publication().id(),
            lead -> {
              tally.addLead();
              Rule rule =
                  rules.router().findRule(LeadAttributes.of(lead, rules.fields())).orElse(null);
              TerritoryCode byRules = rule == null ? null : rule.territory();
              TerritoryCode kept = lead.territory();
              if (!Objects.equals(kept, byRules)) {
                tally.differs(
                    new Difference(
                        Disagreement.LEAD_ELSEWHERE,
                        Of.LEAD,
                        lead.id().value(),
                        kept == null ? "" : kept.value(),
                        rule));
              }
            });
  }

  private void compare(
      OpenDeal deal, LedgerSubject account, @Nullable Rule rule, Standing.Tally tally) {
    DealDecision decision = deal.decision();
    if (decision == null) {
      return; // came in this moment: the next check sees it
    }
    tally.addDeal();
    TerritoryCode byRules = rule == null ? null : rule.territory();
    TerritoryCode kept = decision.territory();
    Disagreement kind = kind(decision, account, byRules);
    if (kind != null) {
      tally.differs(
          new Difference(
              kind, Of.OPPORTUNITY, decision.id().value(), kept == null ? "" : kept.value(), rule));
    }
  }

  /**
   * Null when it is where its account is, though the rules send that elsewhere and nothing says
   * why: then the account is told, and one fault is not counted twice.
   */
  private static @Nullable Disagreement kind(
      DealDecision decision, LedgerSubject account, @Nullable TerritoryCode byRules) {
    TerritoryCode kept = decision.territory();
    LedgerSubject.Held held = account.held();
    if (decision.isHeld()) {
      return Objects.equals(kept, byRules) ? null : Disagreement.DEAL_HELD;
    }
    if (!Objects.equals(kept, held == null ? null : held.territory())) {
      return Disagreement.DEAL_ELSEWHERE;
    }
    if (Objects.equals(kept, byRules)) {
      return null;
    }
    if (account.isExcepted()) {
      return Disagreement.EXCEPTION;
    }
    return account.waitsFor(byRules) ? Disagreement.MOVE_PROPOSED : null;
  }

  /**
   * The newest check of a layer; checks now when the day, the rules in force or the hour have
   * passed.
   *
   * @throws ProblemException when no rules are in force
   */
  public Standing latest(Layer layer) {
    Standing known = latest.get(layer.id());
    return known != null && isPresent(known, layer) ? known : run(layer);
  }

  private boolean isPresent(Standing known, Layer layer) {
    LocalDate on = today.date();
    Standing.Basis basis = known.basis();
    return basis.on().equals(on)
        && basis.publication().equals(routers.getOn(layer.id(), on).rules().publication().id())
        && store.now().isBefore(basis.checkedAt().plus(FRESH));
  }

  /** Checks a layer after something was published in it; what fails is told in the log. */
  public void published(LayerId id) {
    try {
      store.plans().layers().stream()
          .filter(layer -> layer.id().equals(id))
          .filter(layer -> routers.findOn(id, today.date()).isPresent())
          .forEach(this::run);
    } catch (RuntimeException failure) {
      LOG.error("The standing check after a publication failed.", failure);
    }
  }
}

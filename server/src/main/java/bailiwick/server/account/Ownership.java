package bailiwick.server.account;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.FamilyPolicy;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Attributes;
import bailiwick.rules.check.FurtherFields;
import bailiwick.rules.decide.Decision;
import bailiwick.rules.syntax.Rule;
import bailiwick.server.company.Today;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.published.Explanation;
import bailiwick.server.published.PublishedRouters;
import bailiwick.server.published.PublishedRouters.Published;
import bailiwick.store.Store;
import bailiwick.store.account.FamilyBook;
import bailiwick.store.audit.AuditDetail;
import bailiwick.store.ledger.Assignment;
import bailiwick.store.ledger.Cause;
import bailiwick.store.ledger.Change;
import bailiwick.store.ledger.LedgerEntry;
import bailiwick.store.ledger.LedgerSubject;
import bailiwick.store.ledger.MoveId;
import bailiwick.store.ledger.ProposedMove;
import bailiwick.store.plan.Layer;
import bailiwick.store.plan.LayerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Decides accounts by the rules in force and writes the ledger. Who has no owner gets the one that
 * the rules name; who has one and has changed so that the rules name another keeps it, and the move
 * is proposed. Thread-safe.
 */
public class Ownership {

  private static final int BATCH = 5_000;

  private final Store store;
  private final PublishedRouters routers;
  private final OwnerBook owners;
  private final Opportunities opportunities;
  private final Today today;

  /** Decisions by the rules of a store. */
  public Ownership(
      Store store,
      PublishedRouters routers,
      OwnerBook owners,
      Opportunities opportunities,
      Today today) {
    this.store = store;
    this.routers = routers;
    this.owners = owners;
    this.opportunities = opportunities;
    this.today = today;
  }

  /**
   * The same decisions by other rules, such as those that a transaction sees and nobody else yet.
   */
  public Ownership by(PublishedRouters rules) {
    return new Ownership(store, rules, owners, new Opportunities(store, rules, today), today);
  }

  /**
   * What came of accounts that were decided.
   *
   * @param owned how many had no owner and have one now
   * @param proposed how many the rules would move
   */
  public record Decided(long owned, long proposed) {

    /** Nothing was to be decided. */
    public static final Decided NONE = new Decided(0, 0);

    Decided plus(Decided other) {
      return new Decided(owned + other.owned, proposed + other.proposed);
    }
  }

  /** The fields of the company's own that rules in force or to come ask about. */
  public FurtherFields fields() {
    return routers.fieldsFrom(today.date());
  }

  /**
   * Decides one account that was saved, in every layer, from today on and also under rules that
   * take effect later; its open opportunities follow. Without published rules it stays undecided.
   * Runs in the caller's transaction.
   */
  public void decide(Account account, String who) {
    decide(account, List.of(), who);
  }

  /** The accounts of the family that an account has now, where a plan asks for families. */
  Collection<AccountId> kin(AccountId account) {
    return store.accounts().familyBook().tree().withFamilies(List.of(account));
  }

  /**
   * Decides one account that was saved, and those of its family, which may have to follow it.
   *
   * @param before the family that it had before it was saved
   */
  void decide(Account account, Collection<AccountId> before, String who) {
    LocalDate now = today.date();
    for (Layer layer : store.plans().layers()) {
      Optional<Published> inForce = routers.findOn(layer.id(), now);
      if (inForce.isPresent()) {
        LedgerSubject stands =
            store.ledger().findSubject(account.id(), layer.id(), now).orElseThrow();
        FamilyPolicy families = inForce.get().families();
        String reason = inForce.get().router().decide(stands.attributes(families)).reason();
        var change = new Change(Cause.INTAKE, who, stands.reason(families, reason));
        decide(layer.id(), inForce.get(), List.of(stands), change);
        decideKin(layer.id(), inForce.get(), account.id(), before, who);
      }
    }
    opportunities.decideOf(account.id());
  }

  private void decideKin(
      LayerId layer,
      Published inForce,
      AccountId account,
      Collection<AccountId> before,
      String who) {
    Set<AccountId> kin = new LinkedHashSet<>(before);
    kin.addAll(kin(account));
    kin.remove(account);
    if (!kin.isEmpty()) {
      List<LedgerSubject> subjects =
          store.ledger().findSubjects(kin, layer, today.date()).values().stream()
              .filter(each -> !each.merged())
              .sorted(Comparator.comparing(each -> each.account().value()))
              .toList();
      decide(layer, inForce, subjects, new Change(Cause.INTAKE, who, "Its family has changed."));
      kin.forEach(opportunities::decideOf);
    }
  }

  /**
   * Decides every account that nobody owns today, and every one that has changed since an instant,
   * as loads leave them.
   */
  public Decided decideChanged(Instant since, String who) {
    LocalDate now = today.date();
    var change = new Change(Cause.INTAKE, who, "Decided by the published rules when it came in.");
    Decided decided = Decided.NONE;
    for (Layer layer : store.plans().layers()) {
      Optional<Published> inForce = routers.findOn(layer.id(), now);
      if (inForce.isPresent()) {
        List<LedgerSubject> open = new ArrayList<>();
        store.ledger().forEachToDecide(layer.id(), now, since, open::add);
        for (int start = 0; start < open.size(); start += BATCH) {
          List<LedgerSubject> some = open.subList(start, Math.min(open.size(), start + BATCH));
          decided = decided.plus(decide(layer.id(), inForce.get(), some, change));
        }
      }
    }
    owners.changed();
    opportunities.decideAll();
    return decided;
  }

  /**
   * Decides anew from a day to come on what came in or changed since an instant, as after rules
   * that were to hold from then on were taken back. What people decided stays.
   */
  public void decideFrom(LayerId layer, LocalDate from, Instant since, String who) {
    List<LedgerSubject> accounts = new ArrayList<>();
    store
        .ledger()
        .forEachToDecide(
            layer,
            from,
            since,
            account -> {
              LedgerSubject.Held held = account.held();
              if (held == null || held.cause() == Cause.INTAKE) {
                accounts.add(account);
              }
            });
    var change = new Change(Cause.INTAKE, who, "Decided anew: later rules were taken back.");
    LocalDate day = from;
    while (day != null) {
      Optional<Published> rules = routers.findOn(layer, day);
      if (rules.isEmpty()) {
        return;
      }
      assign(rules.get(), accounts, day, change);
      day = rules.get().rules().until();
    }
  }

  /** Decides the open opportunities, as a load of them leaves them. */
  public void decideOpportunities() {
    opportunities.decideAll();
  }

  /** What is to come has not been handed over yet: there, every account is decided anew. */
  private Decided decide(
      LayerId layer, Published inForce, List<LedgerSubject> accounts, Change change) {
    List<LedgerSubject> unowned = accounts.stream().filter(each -> each.held() == null).toList();
    List<LedgerSubject> owned = accounts.stream().filter(each -> each.held() != null).toList();
    LocalDate until = inForce.rules().until();
    long given = assign(inForce, unowned, today.date(), change);
    long proposed = propose(layer, inForce, owned, change);
    while (until != null) {
      Published later = routers.getOn(layer, until);
      assign(later, accounts, until, change);
      until = later.rules().until();
    }
    return new Decided(given, proposed);
  }

  /** Gives accounts to whom rules name while they are in force; returns how many somebody gets. */
  private long assign(
      Published rules, List<LedgerSubject> accounts, LocalDate from, Change change) {
    List<Assignment> assignments = new ArrayList<>();
    for (LedgerSubject account : accounts) {
      Optional<Rule> rule = rules.findRule(account);
      assignments.add(
          new Assignment(
              account.account(),
              rule.map(Rule::territory).orElse(null),
              from,
              rules.rules().until(),
              ruleName(rule)));
    }
    store.ledger().assign(rules.rules().publication().plan(), assignments, change);
    return assignments.stream().filter(assignment -> assignment.territory() != null).count();
  }

  private static String ruleName(Optional<Rule> rule) {
    return rule.map(each -> each.id().value()).orElse("");
  }

  /**
   * Proposes to move the accounts that rules give to others; the rest need not be moved. Those with
   * an exception stay where that puts them, and follow the rules when it ends.
   */
  private long propose(
      LayerId layer, Published inForce, List<LedgerSubject> accounts, Change change) {
    List<LedgerSubject> excepted = accounts.stream().filter(LedgerSubject::isExcepted).toList();
    assign(inForce, excepted, today.date(), change);
    List<LedgerSubject> others =
        accounts.stream().filter(account -> !account.isExcepted()).toList();
    return proposeOthers(layer, inForce, others, change.who());
  }

  private long proposeOthers(
      LayerId layer, Published inForce, List<LedgerSubject> accounts, String who) {
    List<ProposedMove.Wanted> wanted = new ArrayList<>();
    List<AccountId> staying = new ArrayList<>();
    for (LedgerSubject account : accounts) {
      TerritoryCode from = Objects.requireNonNull(account.held()).territory();
      Optional<Rule> rule = inForce.findRule(account);
      TerritoryCode to = rule.map(Rule::territory).orElse(null);
      if (from.equals(to)) {
        staying.add(account.account());
      } else {
        wanted.add(
            new ProposedMove.Wanted(
                account.account(),
                from,
                to,
                ruleName(rule),
                account.reason(inForce.families(), sentence(rule))));
      }
    }
    store.moves().overtake(layer, staying, who);
    store.moves().propose(layer, inForce.rules().publication().id(), wanted, who);
    return wanted.size();
  }

  private static String sentence(Optional<Rule> rule) {
    return rule.map(each ->
            "It has changed: the rule `%s` gives it to %s now."
                .formatted(each.id(), each.territory()))
        .orElse("It has changed: no rule gives it to anybody now.");
  }

  /**
   * Makes a proposed move from today on, while the rules that want it are in force.
   *
   * @throws ProblemException when there is none, or when rules and ledger say otherwise by now
   */
  ProposedMove make(MoveId id, String who) {
    ProposedMove made =
        store.inEdit(() -> {
          ProposedMove move =
              store
                  .moves()
                  .find(id)
                  .orElseThrow(() ->
                      ProblemException.of(
                          new ServerProblem.NotFound("proposed move", id.toString())));
          makeHere(move, who);
          return move;
        });
    owners.changed(made.account());
    return made;
  }

  private void makeHere(ProposedMove move, String who) {
    LocalDate now = today.date();
    Published inForce = routers.getOn(move.layer(), now);
    LedgerSubject account =
        store.ledger().findSubject(move.account(), move.layer(), now).orElseThrow();
    Optional<TerritoryCode> byRules = inForce.findRule(account).map(Rule::territory);
    if (account.merged() || !account.waitsFor(byRules.orElse(null))) {
      throw ProblemException.of(
          new ServerProblem.NotNow(
              "MOVE_OVERTAKEN",
              "The move from %s to %s is overtaken: the ledger or the rules say otherwise by now."
                  .formatted(move.from(), move.to() == null ? "nobody" : move.to()),
              "Load the list again."));
    }
    assign(inForce, List.of(account), now, new Change(Cause.MOVE, who, move.reason()));
    store.moves().settle(move, ProposedMove.Outcome.MADE, who);
    opportunities.decideOf(move.account());
    store
        .audit()
        .append(
            who,
            "account.moved",
            move.account(),
            new AuditDetail()
                .with("from", move.from())
                .with("to", move.to())
                .with("on", now)
                .with("rule", move.rule()));
  }

  /**
   * Ends the ownership of an account today, and takes back what is to begin later. Runs in the
   * caller's transaction, who has asked {@link #findDecided}.
   */
  public void release(AccountId account, String who, String why) {
    LocalDate now = today.date();
    for (LedgerEntry entry : store.ledger().history(account)) {
      LocalDate until = entry.until();
      if (entry.supersededAt() == null && (until == null || until.isAfter(now))) {
        LocalDate from = entry.from().isBefore(now) ? now : entry.from();
        store
            .ledger()
            .assign(
                entry.plan(),
                List.of(new Assignment(account, null, from, until)),
                new Change(Cause.CORRECTION, who, why));
        store.moves().overtake(entry.layer(), List.of(account), who);
      }
    }
  }

  /**
   * What would be lost if an account were released today: an exception in force or to come, or
   * credit that is shared. Both were decided by somebody, and must not end unseen.
   */
  public Optional<Problem> findDecided(Account account) {
    LocalDate now = today.date();
    Optional<Problem> excepted =
        store.exceptions().list().of(account.id()).stream()
            .filter(exception -> exception.holdsAfter(now))
            .findFirst()
            .map(exception ->
                new ServerProblem.NotNow(
                    "ACCOUNT_EXCEPTED",
                    "The account `%s` belongs to %s by an exception from %s, which would be lost."
                        .formatted(account.externalId(), exception.territory(), exception.from()),
                    "End the exception first, and make it for the other account if it is to stay."));
    return excepted.or(() -> findShared(account, now));
  }

  private Optional<Problem> findShared(Account account, LocalDate now) {
    return store.credits().isSharedFrom(account.id(), now)
        ? Optional.of(
            new ServerProblem.NotNow(
                "ACCOUNT_CREDIT_SHARED",
                "The credit for the account `%s` is shared, which would be lost."
                    .formatted(account.externalId()),
                "End the split first, and make it for the other account if it is to stay."))
        : Optional.empty();
  }

  /**
   * Why the rules give an account to the owner that the ledger names; empty when the rules would
   * give it to another, as after a correction by hand.
   */
  Optional<Explanation> explain(Account account, LedgerEntry entry) {
    Optional<Published> rules =
        entry.publication() == null
            ? routers.findOn(entry.layer(), entry.from())
            : routers.find(entry.publication());
    return rules.flatMap(one -> {
      FamilyBook book = store.accounts().familyBook();
      Attributes attributes = book.attributes(account, one.families());
      Optional<Explanation> explained = explain(attributes, entry.territory(), one);
      return book.find(account.id(), one.families())
          .map(standin -> explained.map(each -> each.behind(standin.sentence(one.families()))))
          .orElse(explained);
    });
  }

  /** Why rules give an account to a territory; empty when they would not. */
  public static Optional<Explanation> explain(
      Account account, TerritoryCode territory, Published rules) {
    return explain(Attributes.of(account), territory, rules);
  }

  private static Optional<Explanation> explain(
      Attributes attributes, TerritoryCode territory, Published rules) {
    Decision decision = rules.router().decide(attributes);
    return decision.findTerritory().filter(territory::equals).map(same -> Explanation.of(decision));
  }
}

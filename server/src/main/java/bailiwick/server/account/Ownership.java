package bailiwick.server.account;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.decide.Decision;
import bailiwick.server.company.Today;
import bailiwick.server.published.Explanation;
import bailiwick.server.published.PublishedRouters;
import bailiwick.server.published.PublishedRouters.Published;
import bailiwick.store.Store;
import bailiwick.store.account.StoredAccount;
import bailiwick.store.ledger.Assignment;
import bailiwick.store.ledger.Cause;
import bailiwick.store.ledger.Change;
import bailiwick.store.ledger.LedgerEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides accounts by the published rules and writes the ledger. Thread-safe. */
public class Ownership {

  private static final int BATCH = 5_000;

  private final Store store;
  private final PublishedRouters routers;
  private final OwnerBook owners;
  private final Today today;

  /** Decisions by the rules of a store. */
  public Ownership(Store store, PublishedRouters routers, OwnerBook owners, Today today) {
    this.store = store;
    this.routers = routers;
    this.owners = owners;
    this.today = today;
  }

  /**
   * Decides one account from today on, also under rules that take effect later. Without published
   * rules it stays undecided. Runs in the caller's transaction.
   */
  public void decide(Account account, String who) {
    Optional<Published> published = routers.findOn(today.date());
    LocalDate from = today.date();
    while (published.isPresent()) {
      Published rules = published.get();
      LocalDate until = rules.rules().until();
      Decision decision = rules.router().decide(Subject.of(account));
      TerritoryCode territory = decision.findTerritory().orElse(null);
      store
          .ledger()
          .assign(
              rules.rules().publication().plan(),
              List.of(new Assignment(account.id(), territory, from, until)),
              new Change(Cause.INTAKE, who, decision.reason()));
      if (until == null) {
        return;
      }
      from = until;
      published = routers.findOn(until);
    }
  }

  /**
   * Ends the ownership of an account today, and takes back what is to begin later. Runs in the
   * caller's transaction.
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
      }
    }
  }

  /**
   * Why the rules give an account to the owner that the ledger names; empty when the rules would
   * give it to another, as after a correction by hand.
   */
  Optional<Explanation> explain(Account account, LedgerEntry entry) {
    Optional<Published> rules =
        entry.publication() == null
            ? routers.findOn(entry.from())
            : routers.find(entry.publication());
    return rules.flatMap(one -> explain(account, entry.territory(), one));
  }

  /** Why rules give an account to a territory; empty when they would not. */
  public static Optional<Explanation> explain(
      Account account, TerritoryCode territory, Published rules) {
    Decision decision = rules.router().decide(Subject.of(account));
    return decision.findTerritory().filter(territory::equals).map(same -> Explanation.of(decision));
  }

  /**
   * Decides every account that nobody owns today, as an import leaves them.
   *
   * @return how many now have an owner
   */
  public long decideUnowned(String who) {
    if (routers.findOn(today.date()).isEmpty()) {
      return 0;
    }
    List<Account> unowned = new ArrayList<>();
    owners.changed();
    owners.warm(); // so that the stream below, which holds the connection, asks nothing
    store.accounts().forEach(stored -> addUnowned(stored, unowned));
    for (int start = 0; start < unowned.size(); start += BATCH) {
      List<Account> some = unowned.subList(start, Math.min(unowned.size(), start + BATCH));
      assignAll(some, who);
    }
    owners.changed();
    return unowned.stream().filter(account -> owners.findOwner(account.id()) != null).count();
  }

  private void addUnowned(StoredAccount stored, List<Account> unowned) {
    if (owners.findOwner(stored.account().id()) == null) {
      unowned.add(stored.account());
    }
  }

  private void assignAll(List<Account> accounts, String who) {
    LocalDate from = today.date();
    Optional<Published> published = routers.findOn(from);
    while (published.isPresent()) {
      Published rules = published.get();
      LocalDate until = rules.rules().until();
      List<Assignment> assignments = new ArrayList<>();
      for (Account account : accounts) {
        Optional<TerritoryCode> territory = rules.lookup().findTerritory(Subject.of(account));
        if (territory.isPresent()) {
          assignments.add(new Assignment(account.id(), territory.get(), from, until));
        }
      }
      store
          .ledger()
          .assign(
              rules.rules().publication().plan(),
              assignments,
              new Change(Cause.INTAKE, who, "Decided by the published rules when it came in."));
      if (until == null) {
        return;
      }
      from = until;
      published = routers.findOn(until);
    }
  }
}

package bailiwick.server.account;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.server.account.AccountWire.AccountHistory;
import bailiwick.server.account.CorrectionWire.BookRow;
import bailiwick.server.account.CorrectionWire.BookView;
import bailiwick.server.account.CorrectionWire.CorrectionRequest;
import bailiwick.server.company.Today;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.published.PublishedRouters;
import bailiwick.store.Store;
import bailiwick.store.ledger.Assignment;
import bailiwick.store.ledger.BookedAccount;
import bailiwick.store.ledger.Cause;
import bailiwick.store.ledger.Change;
import bailiwick.store.ledger.LedgerProblem;
import bailiwick.store.ledger.LedgerRepository;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Puts facts of the ledger right, and reads the books of representatives. Thread-safe. */
public class Corrections {

  private final Store store;
  private final PublishedRouters routers;
  private final OwnerBook owners;
  private final OwnerHistory history;
  private final Opportunities opportunities;
  private final Today today;
  private final JsonMapper json;

  /** Corrections in a store. */
  public Corrections(
      Store store,
      PublishedRouters routers,
      OwnerBook owners,
      OwnerHistory history,
      Opportunities opportunities,
      Today today,
      JsonMapper json) {
    this.store = store;
    this.routers = routers;
    this.owners = owners;
    this.history = history;
    this.opportunities = opportunities;
    this.today = today;
    this.json = json;
  }

  AccountHistory correct(String layer, AccountId account, CorrectionRequest asked, String who) {
    LedgerProblem.requirePeriod(asked.from(), asked.until());
    LayerId of = routers.getLayer(layer).id();
    store.accounts().get(account);
    PlanId plan = routers.getOn(of, asked.from()).rules().publication().plan();
    var change = new Change(Cause.CORRECTION, who, asked.why().strip());
    var assignment = new Assignment(account, code(asked.territory()), asked.from(), asked.until());
    store.inEdit(() -> {
      store.ledger().assignExpecting(plan, List.of(assignment), code(asked.expected()), change);
      store.audit().append(who, "account.corrected", account.toString(), detail(asked));
      opportunities.decideOf(account);
      return account;
    });
    owners.changed(account);
    return history.of(account, null);
  }

  private static @Nullable TerritoryCode code(@Nullable String territory) {
    return territory == null || territory.isBlank() ? null : new TerritoryCode(territory);
  }

  private String detail(CorrectionRequest asked) {
    return json.writeValueAsString(
        Map.of(
            "to", String.valueOf(asked.territory()),
            "from", asked.from().toString(),
            "until", String.valueOf(asked.until()),
            "why", asked.why()));
  }

  BookView book(
      RepresentativeId person, String layer, @Nullable LocalDate on, @Nullable Instant knownAsOf) {
    LayerId of = routers.getLayer(layer).id();
    if (store.representatives().find(person).isEmpty()) {
      throw ProblemException.of(new ServerProblem.NotFound("representative", person.toString()));
    }
    LocalDate day = on == null ? today.date() : on;
    List<BookedAccount> book =
        store.ledger().book(person, of, day, knownAsOf == null ? LedgerRepository.NOW : knownAsOf);
    return new BookView(day, book.stream().map(Corrections::row).toList());
  }

  private static BookRow row(BookedAccount account) {
    return new BookRow(
        account.account().toString(),
        account.externalId(),
        account.name(),
        account.city(),
        account.territory().value(),
        account.from(),
        account.until(),
        account.cause().name(),
        account.worth().potentialCents() / 100.0);
  }
}

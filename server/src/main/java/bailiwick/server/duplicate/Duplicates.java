package bailiwick.server.duplicate;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Address;
import bailiwick.core.account.Worth;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.duplicate.DuplicatePair;
import bailiwick.intake.duplicate.DuplicateSearch;
import bailiwick.intake.duplicate.Evidence;
import bailiwick.intake.duplicate.ListedAccount;
import bailiwick.server.account.AccountBooks;
import bailiwick.server.account.AccountWire.AddressParts;
import bailiwick.server.account.OwnerBook;
import bailiwick.server.account.Ownership;
import bailiwick.server.account.WorthRenewal;
import bailiwick.server.duplicate.DuplicateWire.DuplicateRule;
import bailiwick.server.duplicate.DuplicateWire.EvidenceView;
import bailiwick.server.duplicate.DuplicateWire.PairDecision;
import bailiwick.server.duplicate.DuplicateWire.PairPage;
import bailiwick.server.duplicate.DuplicateWire.PairSide;
import bailiwick.server.duplicate.DuplicateWire.PairTotals;
import bailiwick.server.duplicate.DuplicateWire.PairView;
import bailiwick.server.duplicate.SurvivorRule.Side;
import bailiwick.server.problem.AfterLoad;
import bailiwick.store.Store;
import bailiwick.store.account.StoredAccount;
import bailiwick.store.company.Company;
import bailiwick.store.database.Page;
import bailiwick.store.duplicate.AccountTraces;
import bailiwick.store.duplicate.FoundPair;
import bailiwick.store.duplicate.KeptPair;
import bailiwick.store.duplicate.PairCounts;
import bailiwick.store.duplicate.PairId;
import bailiwick.store.duplicate.PairState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pairs of accounts that may be one, and what people decide about them. Thread-safe.
 *
 * <p>A merged account keeps what its files say and what hangs on it: deals, revenue and contacts
 * count for the survivor, and its ownership ends on the day of the merge. Undone, it stands for
 * itself again and the published rules decide it anew from that day on.
 */
public class Duplicates {

  private static final int BATCH = 500;

  /** Prospects that are looked at before progress is told. */
  private static final int PROSPECTS_AT_ONCE = 100;

  private static final String NO_CURRENCY = "USD";

  private final Store store;
  private final Ownership ownership;
  private final OwnerBook owners;
  private final AccountBooks books;
  private final WorthRenewal worths;
  private final JsonMapper json;

  /** Pairs of a store. */
  public Duplicates(
      Store store,
      Ownership ownership,
      OwnerBook owners,
      AccountBooks books,
      WorthRenewal worths,
      JsonMapper json) {
    this.store = store;
    this.ownership = ownership;
    this.owners = owners;
    this.books = books;
    this.worths = worths;
    this.json = json;
  }

  PairPage list(PairState state, @Nullable String cursor, int limit) {
    Page<KeptPair> page = store.duplicates().list(state, cursor, limit);
    PairCounts counts = store.duplicates().count();
    return new PairPage(
        views(page.items()),
        page.nextCursor(),
        new PairTotals(counts.open(), counts.merged(), counts.dismissed()),
        store.duplicates().mergesAlike(),
        store.company().find().map(Company::currency).orElse(NO_CURRENCY));
  }

  PairView get(PairId id) {
    return view(store.duplicates().get(id));
  }

  PairView merge(PairId id, AccountId survivor, String who) {
    KeptPair merged = store.inEdit(() -> mergedHere(id, survivor, who, false));
    changed();
    return view(merged);
  }

  /** In the caller's transaction. */
  private KeptPair mergedHere(PairId id, AccountId survivor, String who, boolean byRule) {
    findInTheWay(store.duplicates().get(id), survivor)
        .ifPresent(problem -> {
          throw ProblemException.of(problem);
        });
    KeptPair pair = store.duplicates().merge(id, survivor, who, byRule);
    Account kept = store.accounts().get(survivor).account();
    ownership.release(pair.second(), who, "It was merged into %s.".formatted(kept.externalId()));
    ownership.decide(kept, who);
    worths.renew(survivor);
    return pair;
  }

  /** What somebody decided for the account that is to go into the other, and would be lost. */
  private Optional<Problem> findInTheWay(KeptPair pair, AccountId survivor) {
    return pair.state() == PairState.OPEN
        ? findStanding(survivor.equals(pair.first()) ? pair.second() : pair.first())
            .flatMap(ownership::findDecided)
        : Optional.empty();
  }

  PairView dismiss(PairId id, String who) {
    return view(store.duplicates().dismiss(id, who));
  }

  PairView undo(PairId id, String who) {
    PairState before = store.duplicates().get(id).state();
    KeptPair open =
        store.inEdit(() -> {
          AccountId merged = store.duplicates().get(id).second();
          KeptPair pair = store.duplicates().undo(id, who);
          if (before == PairState.MERGED) {
            decideAnew(merged, who);
            worths.renew(pair.first());
            worths.renew(pair.second());
          }
          return pair;
        });
    changed();
    return view(open);
  }

  /**
   * What is part of another account all the same, through another pair, has no owner of its own.
   */
  private void decideAnew(AccountId account, String who) {
    Account now = store.accounts().get(account).account();
    if (now.id().equals(account)) {
      ownership.decide(now, who);
    }
  }

  DuplicateRule setRule(DuplicateRule rule, String who) {
    store.duplicates().setMergesAlike(rule.mergeAlike(), who);
    return rule;
  }

  /**
   * Merges every open pair that is alike in every respect. Those of which the one that would go has
   * an exception or shared credit wait for somebody.
   *
   * @param stop asked before each merge
   * @return how many were merged
   */
  int mergeAlike(String who, BooleanSupplier stop) {
    int merged = 0;
    for (PairId id : alike()) {
      if (stop.getAsBoolean()) {
        break;
      }
      KeptPair pair = store.duplicates().get(id);
      // Of three alike, the third pair closes by itself when the other two are merged.
      if (pair.state() == PairState.OPEN
          && !pair.first().equals(pair.second())
          && findInTheWay(pair, survivor(pair)).isEmpty()) {
        store.inTransaction(() -> mergedHere(id, survivor(pair), who, true));
        changed();
        merged++;
      }
    }
    return merged;
  }

  /** Hears how far the settling of prospects is. */
  @FunctionalInterface
  public interface SettlingWatch {
    /** Told a sentence after each batch; returns whether to go on. */
    boolean goesOn(String doing);
  }

  /**
   * Looks at every prospect that has the web domain of a customer, of the one with most potential
   * where several have it, so that nobody is counted as both. A pair that somebody decided about
   * stays as it is, even where the decision was taken back.
   *
   * @param merges whether each is merged into the customer, because somebody asked for that rule;
   *     otherwise the pair waits for somebody
   * @return what is worth telling; what was done stays done when it was stopped
   */
  public List<Problem> settleProspects(boolean merges, String who, SettlingWatch watch) {
    Settling settling = new Settling(merges);
    try {
      settleAll(meetings(), who, watch, settling);
    } catch (RuntimeException failure) {
      settling.broke(AfterLoad.why(failure));
    }
    return settling.told();
  }

  private DomainMeetings meetings() {
    DomainMeetings met = new DomainMeetings();
    store.prospects().withWebsite().forEach(met::addProspect);
    if (!met.hasNoProspects()) {
      store.prospects().forEachCustomerWithWebsite(met::addCustomer);
    }
    return met;
  }

  private void settleAll(DomainMeetings met, String who, SettlingWatch watch, Settling settling) {
    List<Map.Entry<AccountId, AccountId>> all = List.copyOf(met.customerOf().entrySet());
    int looked = 0;
    while (looked < all.size()
        && watch.goesOn(
            "Looking at prospects of a customer's web domain: %s of %s."
                .formatted(looked, all.size()))) {
      int end = Math.min(all.size(), looked + PROSPECTS_AT_ONCE);
      settleSome(all.subList(looked, end), who, settling);
      looked = end;
    }
    settling.stopped(all.size() - looked);
  }

  /** What was merged is made known even when something goes wrong half-way. */
  private void settleSome(
      List<Map.Entry<AccountId, AccountId>> pairs, String who, Settling settling) {
    Set<AccountId> undecided = store.duplicates().undecided(pairs);
    Set<AccountId> waiting = settling.merges() ? Set.of() : store.duplicates().waiting(pairs);
    try {
      for (Map.Entry<AccountId, AccountId> pair : pairs) {
        AccountId prospect = pair.getKey();
        if (waiting.contains(prospect)) {
          settling.done(() -> store.accounts().get(prospect).account().name());
        } else if (undecided.contains(prospect)) {
          settle(prospect, pair.getValue(), who, settling);
        }
      }
    } finally {
      if (settling.merges()) {
        changed();
      }
    }
  }

  /**
   * Settles one pair in a transaction of its own, so that one that fails leaves the others be. Who
   * met another change, as one of the customer itself, tries once more.
   */
  private void settle(AccountId prospect, AccountId customer, String who, Settling settling) {
    Optional<Account> one = findStanding(prospect);
    Optional<Account> other = findStanding(customer);
    if (one.isEmpty() || other.isEmpty()) {
      return; // gone or merged since it was listed
    }
    String name = one.get().name();
    FoundPair pair = found(one.get(), other.get());
    try {
      if (onceMore(() -> settled(pair, customer, who, settling.merges()))) {
        settling.done(() -> name);
      }
    } catch (ProblemException | TransientDataAccessException refused) {
      settling.failed(name, AfterLoad.why(refused));
    }
  }

  /** Returns false when somebody decided about the pair before. */
  private boolean settled(FoundPair found, AccountId customer, String who, boolean merges) {
    Optional<PairId> pair = store.duplicates().keepUndecided(found);
    if (merges && pair.isPresent()) {
      store.inTransaction(() -> mergedHere(pair.get(), customer, who, true));
    }
    return pair.isPresent();
  }

  private static boolean onceMore(BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (TransientDataAccessException held) {
      return work.getAsBoolean();
    }
  }

  /** The account of an id that is there and stands for itself. */
  private Optional<Account> findStanding(AccountId id) {
    return store
        .accounts()
        .find(id)
        .map(StoredAccount::account)
        .filter(account -> account.id().equals(id));
  }

  /** What {@link #settleProspects} would merge, once what is not yet visible is in the store. */
  public List<Problem> foresee(DomainMeetings met) {
    long merged = store.duplicates().undecided(met.customerOf().entrySet()).size();
    return merged == 0 ? List.of() : List.of(new ProspectProblem.ToBeMerged(merged));
  }

  /**
   * Every prospect that has the web domain of a customer as a pair with it, however unlike they are
   * otherwise.
   */
  List<FoundPair> prospectPairs() {
    List<Map.Entry<AccountId, AccountId>> all = List.copyOf(meetings().customerOf().entrySet());
    List<FoundPair> pairs = new ArrayList<>();
    for (int start = 0; start < all.size(); start += BATCH) {
      List<Map.Entry<AccountId, AccountId>> some =
          all.subList(start, Math.min(all.size(), start + BATCH));
      Map<AccountId, Account> accounts =
          store
              .accounts()
              .getAll(
                  some.stream()
                      .flatMap(pair -> Stream.of(pair.getKey(), pair.getValue()))
                      .collect(Collectors.toSet()));
      for (Map.Entry<AccountId, AccountId> pair : some) {
        Account one = accounts.get(pair.getKey());
        Account other = accounts.get(pair.getValue());
        if (one != null && other != null) {
          pairs.add(found(one, other));
        }
      }
    }
    return pairs;
  }

  private FoundPair found(Account one, Account other) {
    List<ListedAccount> both =
        Stream.of(one, other)
            .map(account -> ListedAccount.of(account, account.id().toString(), 0))
            .toList();
    DuplicatePair pair = DuplicateSearch.compare(both.getFirst(), both.getLast(), both);
    return new FoundPair(
        one.id(), other.id(), pair.score(), EvidenceText.print(pair.evidence(), json));
  }

  private List<PairId> alike() {
    List<PairId> alike = new ArrayList<>();
    String cursor = null;
    do {
      Page<KeptPair> page = store.duplicates().list(PairState.OPEN, cursor, BATCH);
      page.items().stream()
          .filter(pair -> SurvivorRule.isAlike(EvidenceText.read(pair.evidence(), json)))
          .forEach(pair -> alike.add(pair.id()));
      cursor = page.nextCursor();
    } while (cursor != null);
    return alike;
  }

  private AccountId survivor(KeptPair pair) {
    Map<AccountId, AccountTraces> traces =
        store.duplicates().traces(List.of(pair.first(), pair.second()));
    return SurvivorRule.survivor(side(pair.first(), traces), side(pair.second(), traces))
        .account()
        .account()
        .id();
  }

  private void changed() {
    books.changed();
    owners.changed();
  }

  private PairView view(KeptPair pair) {
    return views(List.of(pair)).getFirst();
  }

  private List<PairView> views(List<KeptPair> pairs) {
    Set<AccountId> ids = new HashSet<>();
    pairs.forEach(pair -> ids.addAll(List.of(pair.first(), pair.second())));
    Map<AccountId, AccountTraces> traces = store.duplicates().traces(ids);
    return pairs.stream()
        .map(pair -> view(pair, side(pair.first(), traces), side(pair.second(), traces)))
        .toList();
  }

  private Side side(AccountId id, Map<AccountId, AccountTraces> traces) {
    return new Side(store.accounts().getItself(id), traces.getOrDefault(id, AccountTraces.NONE));
  }

  private PairView view(KeptPair pair, Side first, Side second) {
    KeptPair.Decision decision = pair.decision();
    return new PairView(
        pair.id().toString(),
        pair.state(),
        pair.score(),
        EvidenceText.read(pair.evidence(), json).stream().map(Duplicates::view).toList(),
        view(first),
        view(second),
        SurvivorRule.survivor(first, second).account().account().id().toString(),
        pair.foundAt(),
        decision == null
            ? null
            : new PairDecision(
                decision.at(),
                decision.who(),
                Objects.toString(decision.survivor(), null),
                decision.byRule()));
  }

  private static EvidenceView view(Evidence evidence) {
    return new EvidenceView(
        evidence.field(), evidence.verdict(), evidence.points(), evidence.text());
  }

  private PairSide view(Side side) {
    StoredAccount stored = side.account();
    Account account = stored.account();
    Address address = account.address();
    Worth worth = account.worth();
    return new PairSide(
        account.id().toString(),
        account.externalId(),
        stored.source(),
        account.name(),
        new AddressParts(
            address.street(),
            address.city(),
            address.region(),
            address.postcode(),
            address.country()),
        account.ties().website(),
        account.ties().phone(),
        account.ties().parentKey(),
        account.firmographics().industry(),
        account.firmographics().employees().isPresent()
            ? account.firmographics().employees().getAsLong()
            : null,
        account.firmographics().segment(),
        worth.potentialCents() / 100.0,
        worth.salesCents() / 100.0,
        worth.pipelineCents() / 100.0,
        owners.findOwner(account.id()),
        side.traces().deals(),
        side.traces().revenueCents() / 100.0,
        side.traces().contacts(),
        stored.createdAt());
  }
}

package bailiwick.server.account;

import bailiwick.atlas.industry.Industries;
import bailiwick.atlas.industry.Industry;
import bailiwick.atlas.placing.Placed;
import bailiwick.atlas.placing.Repair;
import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Address;
import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Location;
import bailiwick.core.account.Ties;
import bailiwick.core.account.Traits;
import bailiwick.core.account.Upkeep;
import bailiwick.core.account.Worth;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import bailiwick.intake.mapping.OwnField;
import bailiwick.server.account.AccountWire.AccountChange;
import bailiwick.server.account.AccountWire.AccountHistory;
import bailiwick.server.account.AccountWire.AccountPage;
import bailiwick.server.account.AccountWire.AccountPoints;
import bailiwick.server.account.AccountWire.AccountRow;
import bailiwick.server.account.AccountWire.AccountTimeline;
import bailiwick.server.account.AccountWire.AccountView;
import bailiwick.server.account.AccountWire.AddressParts;
import bailiwick.server.account.AccountWire.FamilyView;
import bailiwick.server.account.AccountWire.MergedView;
import bailiwick.server.account.AccountWire.NewAccount;
import bailiwick.server.account.AccountWire.RelativeView;
import bailiwick.server.atlas.Geography;
import bailiwick.server.company.Today;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.security.Caller;
import bailiwick.server.wire.Coordinates;
import bailiwick.server.wire.Money;
import bailiwick.store.Store;
import bailiwick.store.account.Absence;
import bailiwick.store.account.AccountFamily;
import bailiwick.store.account.AccountQuery;
import bailiwick.store.account.AccountStanding;
import bailiwick.store.account.StoredAccount;
import bailiwick.store.company.Company;
import bailiwick.store.database.Page;
import bailiwick.store.duplicate.MergedAccount;
import bailiwick.store.plan.Plan;
import bailiwick.store.plan.PlanId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lists, shows, adds and changes accounts. A representative sees the own ones only. Thread-safe.
 */
public class Accounts {

  private static final String SOURCE = "api";
  private static final String NO_CURRENCY = "USD";

  private final Store store;
  private final Geography geography;
  private final AccountPlacing placing;
  private final OwnerBook owners;
  private final Ownership ownership;
  private final OwnerHistory history;
  private final AccountBooks books;
  private final WorthRenewal worths;
  private final Today today;

  /** Accounts of a store. */
  public Accounts(
      Store store,
      Geography geography,
      AccountPlacing placing,
      OwnerBook owners,
      Ownership ownership,
      OwnerHistory history,
      AccountBooks books,
      WorthRenewal worths,
      Today today) {
    this.store = store;
    this.geography = geography;
    this.placing = placing;
    this.owners = owners;
    this.ownership = ownership;
    this.history = history;
    this.books = books;
    this.worths = worths;
    this.today = today;
  }

  AccountPage list(
      @Nullable String text,
      @Nullable String territory,
      boolean missingOnly,
      @Nullable String standing,
      @Nullable String cursor,
      int limit,
      Caller caller) {
    if (caller.seesOwnOnly() && caller.representative() == null) {
      return new AccountPage(List.of(), null, currency());
    }
    AccountQuery query =
        new AccountQuery(
            AccountPlacing.text(text),
            "",
            "",
            territory == null || territory.isBlank() ? null : new TerritoryCode(territory),
            caller.seesOwnOnly() ? caller.representative() : null,
            today.date(),
            missingOnly,
            standing == null || standing.isBlank() ? null : standing(standing));
    Page<StoredAccount> page = store.accounts().list(query, cursor, limit);
    return new AccountPage(
        page.items().stream().map(this::row).toList(), page.nextCursor(), currency());
  }

  private static AccountStanding standing(String word) {
    return Arrays.stream(AccountStanding.values())
        .filter(one -> one.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.of(
                new ServerProblem.Parameter("standing", "must be customer or prospect")));
  }

  private AccountRow row(StoredAccount stored) {
    Account account = stored.account();
    Worth worth = account.worth();
    return new AccountRow(
        account.id().toString(),
        account.externalId(),
        account.name(),
        account.address().city(),
        account.address().region(),
        account.address().postcode(),
        account.address().country(),
        account.firmographics().industry(),
        account.firmographics().segment(),
        stored.standing(),
        Coordinates.of(account.location().point()),
        account.location().precision(),
        worth.potentialCents() / 100.0,
        worth.workloadCentihours() / 100.0,
        worth.salesCents() / 100.0,
        worth.pipelineCents() / 100.0,
        owners.findOwner(account.id()),
        absence(stored));
  }

  private static AccountWire.@Nullable Absence absence(StoredAccount stored) {
    Absence absence = stored.absence();
    return absence == null ? null : new AccountWire.Absence(absence.lastSeen(), absence.since());
  }

  AccountPoints points(@Nullable UUID planId, Caller caller) {
    Optional<Plan> plan =
        planId == null
            ? store.plans().list().stream().findFirst()
            : Optional.of(store.plans().get(new PlanId(planId)));
    String country = plan.map(Plan::country).orElse("US");
    bailiwick.store.account.AccountPoints all = store.accounts().points(country);
    int[] shown =
        IntStream.range(0, all.ids().length)
            .filter(k ->
                !caller.seesOwnOnly()
                    || owners.serves(caller.representative(), new AccountId(all.ids()[k])))
            .toArray();
    return new AccountPoints(
        currency(),
        Arrays.stream(shown).mapToObj(k -> all.ids()[k].toString()).toList(),
        Arrays.stream(shown).mapToObj(k -> all.names()[k]).toList(),
        Arrays.stream(shown).mapToDouble(k -> all.lon()[k]).toArray(),
        Arrays.stream(shown).mapToDouble(k -> all.lat()[k]).toArray(),
        Arrays.stream(shown).mapToDouble(k -> all.potentialCents()[k] / 100.0).toArray());
  }

  /**
   * An account as somebody may see it.
   *
   * @throws ProblemException when there is none, or none that the caller may see
   */
  public AccountView get(AccountId id, Caller caller) {
    return view(visible(id, caller), List.of());
  }

  /**
   * The id of an account that somebody may see; of a merged one that of its survivor.
   *
   * @throws ProblemException when there is none, or none that the caller may see
   */
  public AccountId requireVisible(AccountId id, Caller caller) {
    return visible(id, caller).account().id();
  }

  private StoredAccount visible(AccountId id, Caller caller) {
    StoredAccount stored =
        store
            .accounts()
            .find(id)
            .orElseThrow(
                () -> ProblemException.of(new ServerProblem.NotFound("account", id.toString())));
    if (caller.seesOwnOnly() && !owners.serves(caller.representative(), stored.account().id())) {
      throw ProblemException.of(new ServerProblem.NotFound("account", id.toString()));
    }
    return stored;
  }

  AccountView create(NewAccount asked, Caller caller) {
    LonLat point = point(asked.point());
    Placed placed = placing.place(asked.address(), point);
    Account account =
        new Account(
            AccountId.ofExternal(SOURCE, asked.externalId()),
            asked.externalId().strip(),
            asked.name().strip(),
            placed.repaired(),
            placed.location(),
            AccountPlacing.firmographics(
                asked.industry(), asked.employees(), asked.annualRevenue(), asked.segment()),
            asked.traits().over(Traits.NONE, ownership.fields()),
            new Worth(
                cents(asked.potential(), 0),
                cents(asked.workload(), 0),
                cents(asked.sales(), 0),
                cents(asked.pipeline(), 0)),
            new Ties(
                AccountPlacing.text(asked.website()),
                AccountPlacing.text(asked.phone()),
                AccountPlacing.text(asked.parent())),
            Upkeep.UNKNOWN,
            "",
            "");
    StoredAccount made =
        store.inEdit(() -> {
          StoredAccount kept = store.accounts().create(SOURCE, account, geography.unitsOf(account));
          ownership.decide(kept.account(), caller.username());
          return renewed(kept);
        });
    changed(made);
    return view(made, repairs(placed));
  }

  AccountView change(AccountId id, long version, AccountChange asked, Caller caller) {
    StoredAccount before = visible(id, caller);
    AccountChange change = counting(asked, before);
    boolean moves = change.address() != null || change.point() != null;
    Placed placed = moves ? placedAnew(before.account(), change) : null;
    Traits traits = change.traits().over(before.account().traits(), ownership.fields());
    Account after = changed(before.asImported(), change, placed).withTraits(traits);
    StoredAccount kept =
        store.inEdit(() -> {
          Collection<AccountId> kin = ownership.kin(id);
          StoredAccount saved = store.accounts().update(after, geography.unitsOf(after), version);
          if (decidesAnew(before.account(), after) || ownership.kin(id).size() + kin.size() > 2) {
            ownership.decide(after, kin, caller.username());
          }
          return renewed(saved);
        });
    changed(kept);
    return view(kept, placed == null ? List.of() : repairs(placed));
  }

  /**
   * What counts of a change. While a model is in force, it gives potential and workload: to repeat
   * them, as they count or as the file says, changes nothing.
   *
   * @throws ProblemException with {@code ACCOUNT_FIGURE_OF_MODEL} when others are given
   */
  private AccountChange counting(AccountChange change, StoredAccount before) {
    AccountId id = before.account().id();
    if ((change.potential() == null && change.workload() == null)
        || store.potential().findEstimate(id).filter(one -> one.terms() != null).isEmpty()) {
      return change;
    }
    Worth counts = before.account().worth();
    Worth imported = before.imported();
    List<ServerProblem> problems = new ArrayList<>();
    if (differs(change.potential(), counts.potentialCents(), imported.potentialCents())) {
      problems.add(figure("potential", before, counts.potentialCents()));
    }
    if (differs(change.workload(), counts.workloadCentihours(), imported.workloadCentihours())) {
      problems.add(figure("workload", before, counts.workloadCentihours()));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return change.withoutFigures();
  }

  private static boolean differs(@Nullable Double given, long counts, long imported) {
    long hundredths = cents(given, counts);
    return hundredths != counts && hundredths != imported;
  }

  private static ServerProblem figure(String name, StoredAccount of, long hundredths) {
    return new ServerProblem.FigureOfModel(
        "/" + name, name, of.account().externalId(), hundredths / 100.0);
  }

  private StoredAccount renewed(StoredAccount saved) {
    AccountId id = saved.account().id();
    worths.renew(id);
    return store.accounts().get(id);
  }

  private static boolean decidesAnew(Account before, Account after) {
    return !before.location().area().equals(after.location().area())
        || !before.firmographics().equals(after.firmographics())
        || !before.traits().equals(after.traits());
  }

  private Placed placedAnew(Account before, AccountChange change) {
    AddressParts parts = change.address();
    Address old = before.address();
    AddressParts merged =
        new AddressParts(
            or(parts == null ? null : parts.street(), old.street()),
            or(parts == null ? null : parts.city(), old.city()),
            or(parts == null ? null : parts.region(), old.region()),
            or(parts == null ? null : parts.postcode(), old.postcode()),
            or(parts == null ? null : parts.country(), old.country()));
    return placing.place(merged, point(change.point()));
  }

  private static String or(@Nullable String given, String old) {
    return given == null ? old : given;
  }

  private static Account changed(Account before, AccountChange change, @Nullable Placed placed) {
    Address address = placed == null ? before.address() : placed.repaired();
    Location location = placed == null ? before.location() : placed.location();
    Firmographics firm = before.firmographics();
    Worth worth = before.worth();
    Ties ties = before.ties();
    return new Account(
        before.id(),
        before.externalId(),
        change.name() == null ? before.name() : change.name().strip(),
        address,
        location,
        new Firmographics(
            or(change.industry(), firm.industry()),
            change.employees() == null ? firm.employees() : OptionalLong.of(change.employees()),
            change.annualRevenue() == null
                ? firm.annualRevenueCents()
                : OptionalLong.of(AccountPlacing.hundredths(change.annualRevenue())),
            or(change.segment(), firm.segment())),
        before.traits(),
        new Worth(
            cents(change.potential(), worth.potentialCents()),
            cents(change.workload(), worth.workloadCentihours()),
            cents(change.sales(), worth.salesCents()),
            cents(change.pipeline(), worth.pipelineCents())),
        new Ties(
            or(change.website(), ties.website()),
            or(change.phone(), ties.phone()),
            or(change.parent(), ties.parentKey())),
        before.upkeep().given(amounts(change)),
        before.ownerKey(),
        before.territoryKey());
  }

  /** The amounts and own fields that a change gives. */
  private static Set<String> amounts(AccountChange change) {
    Set<String> amounts = new HashSet<>();
    if (change.potential() != null) {
      amounts.add("potential");
    }
    if (change.workload() != null) {
      amounts.add("workload");
    }
    if (change.sales() != null) {
      amounts.add("sales");
    }
    if (change.pipeline() != null) {
      amounts.add("pipeline");
    }
    if (change.fields() != null) {
      change.fields().keySet().forEach(name -> amounts.add(OwnField.key(name)));
    }
    return amounts;
  }

  private void changed(StoredAccount account) {
    books.changed(account.account().id());
    owners.changed(account.account().id());
  }

  private static @Nullable LonLat point(@Nullable Coordinates given) {
    if (given == null) {
      return null;
    }
    try {
      return new LonLat(given.lon(), given.lat());
    } catch (IllegalArgumentException outside) {
      throw ProblemException.of(
          new ServerProblem.Field("/point", "must lie on the globe: " + outside.getMessage()));
    }
  }

  private static long cents(@Nullable Double amount, long otherwise) {
    return amount == null ? otherwise : AccountPlacing.hundredths(amount);
  }

  private static List<String> repairs(Placed placed) {
    return placed.repairs().stream().map(Repair::sentence).toList();
  }

  AccountWire.Ownership ownership(
      AccountId id, @Nullable LocalDate on, @Nullable Instant knownAsOf, Caller caller) {
    Account account = visible(id, caller).account();
    return history.ownership(account, on == null ? today.date() : on, knownAsOf);
  }

  AccountHistory history(AccountId id, @Nullable Instant knownAsOf, Caller caller) {
    return history.of(visible(id, caller).account().id(), knownAsOf);
  }

  AccountTimeline timeline(AccountId id, @Nullable Instant knownAsOf, Caller caller) {
    return history.timeline(visible(id, caller).account().id(), knownAsOf);
  }

  private AccountView view(StoredAccount stored, List<String> repairs) {
    Account account = stored.account();
    Address address = account.address();
    Firmographics firm = account.firmographics();
    Worth worth = account.worth();
    String currency = currency();
    AccountWire.Ownership owned = history.ownership(account, today.date(), null);
    return new AccountView(
        account.id().toString(),
        stored.version(),
        account.externalId(),
        account.name(),
        new AddressParts(
            address.street(),
            address.city(),
            address.region(),
            address.postcode(),
            address.country()),
        Coordinates.of(account.location().point()),
        account.location().precision(),
        account.location().area(),
        firm.industry(),
        industryName(firm.industry()),
        firm.employees().isPresent() ? firm.employees().getAsLong() : null,
        firm.annualRevenueCents().isPresent()
            ? Money.ofCents(firm.annualRevenueCents().getAsLong(), currency)
            : null,
        firm.segment(),
        account.traits().product(),
        account.traits().tags(),
        account.traits().fields(),
        stored.standing(),
        account.ties().website(),
        account.ties().phone(),
        account.ties().parentKey(),
        Money.ofCents(worth.potentialCents(), currency),
        worth.workloadCentihours() / 100.0,
        Money.ofCents(worth.salesCents(), currency),
        Money.ofCents(worth.pipelineCents(), currency),
        owned.owner() == null ? null : owned,
        absence(stored),
        family(stored),
        store.duplicates().mergedInto(account.id()).stream().map(Accounts::merged).toList(),
        repairs);
  }

  private FamilyView family(StoredAccount stored) {
    AccountFamily family = store.accounts().family(stored);
    return new FamilyView(
        family.parent().map(Accounts::relative).orElse(null),
        family.children().stream().map(Accounts::relative).toList(),
        family.childCount());
  }

  private static RelativeView relative(Account account) {
    return new RelativeView(account.id().toString(), account.externalId(), account.name());
  }

  private static MergedView merged(MergedAccount merged) {
    return new MergedView(
        merged.account().externalId(),
        merged.account().name(),
        merged.pair().toString(),
        merged.at(),
        merged.who());
  }

  private static @Nullable String industryName(String code) {
    return code.isEmpty()
        ? null
        : Industries.packaged().find(code).map(Industry::title).orElse(null);
  }

  private String currency() {
    return store.company().find().map(Company::currency).orElse(NO_CURRENCY);
  }
}

package bailiwick.server.account;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.server.account.AccountWire.Owner;
import bailiwick.server.company.Today;
import bailiwick.server.roster.Roster;
import bailiwick.store.Store;
import bailiwick.store.ledger.TerritoryTotals;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import bailiwick.store.publication.PublishedRules;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who owns which account today, read from the ledger once and kept until something is published or
 * an account is decided. Thread-safe.
 */
public class OwnerBook {

  private record Day(
      LocalDate date,
      Map<AccountId, TerritoryCode> territoryOf,
      Map<TerritoryCode, Owner> owners) {}

  private final Store store;
  private final Today today;
  private final Roster roster;
  private @Nullable Day day;

  /** Owners by the ledger of a store. */
  public OwnerBook(Store store, Today today, Roster roster) {
    this.store = store;
    this.today = today;
    this.roster = roster;
  }

  /** The owner of an account today, null when it has none. */
  public @Nullable Owner findOwner(AccountId account) {
    Day now = day();
    TerritoryCode code = now.territoryOf.get(account);
    return code == null ? null : now.owners.get(code);
  }

  /** Whether a territory that this representative serves owns the account today. */
  public boolean serves(@Nullable RepresentativeId person, AccountId account) {
    Owner owner = findOwner(account);
    return person != null && owner != null && person.toString().equals(owner.representativeId());
  }

  /** Reads the ledger now, so that later questions need no store. */
  void warm() {
    day();
  }

  /** Notes that ownership has changed. */
  public synchronized void changed() {
    day = null;
  }

  /** Notes that the owner of one account may have changed: only that one is read again. */
  public synchronized void changed(AccountId account) {
    Day now = day;
    if (now == null) {
      return;
    }
    TerritoryCode code =
        store
            .ledger()
            .ownerOn(account, LayerId.NEW_BUSINESS, now.date)
            .map(owner -> owner.entry().territory())
            .orElse(null);
    if (code == null) {
      now.territoryOf.remove(account);
    } else if (now.owners.containsKey(code)) {
      now.territoryOf.put(account, code);
    } else {
      day = null; // a territory that came into force since
    }
  }

  private synchronized Day day() {
    LocalDate date = today.date();
    Day now = day;
    if (now == null || !now.date.equals(date)) {
      now = read(date);
      day = now;
    }
    return now;
  }

  private Day read(LocalDate date) {
    Map<AccountId, TerritoryCode> territoryOf = new ConcurrentHashMap<>();
    store.ledger().forEachOwned(LayerId.NEW_BUSINESS, date, territoryOf::put);
    Map<TerritoryCode, Owner> owners = new HashMap<>();
    Optional<PlanId> plan =
        store
            .publications()
            .rulesOn(LayerId.NEW_BUSINESS, date)
            .map(PublishedRules::publication)
            .map(bailiwick.store.publication.Publication::plan);
    if (plan.isPresent()) {
      for (TerritoryTotals territory : store.ledger().totals(plan.get(), date)) {
        owners.put(territory.territory(), owner(territory));
      }
    }
    return new Day(date, territoryOf, owners);
  }

  private Owner owner(TerritoryTotals territory) {
    RepresentativeId person = territory.representative();
    return new Owner(
        territory.territory().value(),
        territory.name(),
        person == null ? null : person.toString(),
        roster.name(person));
  }
}

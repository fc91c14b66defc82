package bailiwick.intake.today;

import bailiwick.atlas.Atlas;
import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.roster.Representative;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.core.unit.UnitNumbering;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects accounts one by one and builds today's alignment from them. Not thread-safe.
 *
 * <p>An account belongs to the territory of its territory column; without one, to its owner's. A
 * unit belongs to the territory with the largest potential in it.
 *
 * <p>Memory: a few words for each account and for each pair of unit and territory that meet.
 */
public final class TodayBuilder {

  private final @Nullable UnitFinder finder; // null when each account is a unit
  private final List<UnitId> accountUnits = new ArrayList<>();
  private final Map<String, Holding> holdings = new LinkedHashMap<>(); // key -> what it holds
  private final Map<AccountId, Holding> holdingOf = new LinkedHashMap<>();
  private final Map<Integer, Map<Holding, Share>> shares = new HashMap<>(); // [unit number]
  private final Map<String, OwnerCount> owners = new LinkedHashMap<>(); // owner key -> accounts
  private long withoutOwner;

  private TodayBuilder(@Nullable UnitFinder finder) {
    this.finder = finder;
  }

  /** A builder for the units of one kind in one country. */
  public static TodayBuilder of(Atlas atlas, UnitKind kind, String country) {
    return new TodayBuilder(kind == UnitKind.ACCOUNT ? null : UnitFinder.of(atlas, kind, country));
  }

  /** Takes one more account. */
  public void add(Account account) {
    int unit = unitOf(account);
    Holding holding = holdingFor(account);
    if (!account.ownerKey().isEmpty()) {
      owners.computeIfAbsent(
              key(account.ownerKey()), key -> new OwnerCount(account.ownerKey().strip()))
          .accounts++;
    }
    if (holding == null) {
      withoutOwner++;
      return;
    }
    long potential = account.worth().potentialCents();
    holding.add(key(account.ownerKey()), potential);
    holdingOf.put(account.id(), holding);
    if (unit >= 0) {
      shares
          .computeIfAbsent(unit, number -> new LinkedHashMap<>())
          .computeIfAbsent(holding, each -> new Share())
          .add(potential);
    }
  }

  private int unitOf(Account account) {
    if (finder == null) {
      accountUnits.add(new UnitId(account.externalId()));
      return accountUnits.size() - 1;
    }
    return finder.find(account.location()).orElse(-1);
  }

  private @Nullable Holding holdingFor(Account account) {
    String territory = account.territoryKey().strip();
    if (!territory.isEmpty()) {
      return holdings.computeIfAbsent("t " + key(territory), key -> Holding.named(territory));
    }
    String owner = account.ownerKey().strip();
    return owner.isEmpty()
        ? null
        : holdings.computeIfAbsent("o " + key(owner), key -> Holding.ofOwner(owner));
  }

  /**
   * Builds the alignment of all accounts taken so far.
   *
   * @param roster who sells; owners are found among them by external id, name or mail address
   * @param on the day that decides who has left
   */
  public Today build(Collection<Representative> roster, LocalDate on) {
    RosterLookup people = RosterLookup.of(roster);
    TerritoryList territories = TerritoryList.of(holdings.values(), people, on);
    Map<AccountId, Integer> accountTerritory = LinkedHashMap.newLinkedHashMap(holdingOf.size());
    holdingOf.forEach(
        (account, holding) -> accountTerritory.put(account, territories.numberOf(holding)));
    UnitNumbering units = finder == null ? UnitNumbering.of(accountUnits) : finder.numbering();
    return new Today(
        territories.territories(),
        territories.align(units, shares),
        accountTerritory,
        ownerCounts().problems(people, on));
  }

  private OwnerCounts ownerCounts() {
    Map<String, Long> accountsOf = LinkedHashMap.newLinkedHashMap(owners.size());
    owners.values().forEach(owner -> accountsOf.put(owner.shown, owner.accounts));
    return new OwnerCounts(accountsOf, withoutOwner);
  }

  static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static final class OwnerCount {
    private final String shown;
    private long accounts;

    OwnerCount(String shown) {
      this.shown = shown;
    }
  }
}
